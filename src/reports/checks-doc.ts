import type { CheckMeta, FactName } from '../model.js';
import { groupedBy } from './grouped.js';
import { spansOf } from './inline.js';
import { cwesOf, factsOf, outcomeOf, remediesOf } from './explain.js';

/** docs/checks.md: every check in the words of its meta, by subject. */
export function checksDocument(checks: readonly CheckMeta[], describe: (fact: FactName) => string): string {
  const subjects = groupedBy(checks, ({ id }) => id.split('/')[0]!);
  const sections = [...subjects].map(([subject, members]) => sectionOf(subject, members, describe));
  return [
    '# Checks\n',
    'Written by `npm run docs` from the checks themselves; `porosity checks <id>` prints the same words.',
    'A title states the good case. What could not be looked at is `unknown`, never a pass.\n',
    table(checks),
    ...sections,
  ].join('\n');
}

const anchorOf = (id: string): string => id.replace('/', '');

function table(checks: readonly CheckMeta[]): string {
  const rows = checks.map(({ id, severity, title }) => `| [${id}](#${anchorOf(id)}) | ${severity} | ${asMarkdown(title)} |`);
  return ['| check | severity | holds when |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

const sectionOf = (subject: string, checks: readonly CheckMeta[], describe: (fact: FactName) => string): string =>
  [`## ${subject}\n`, ...checks.map((check) => entryOf(check, describe))].join('\n');

function entryOf(check: CheckMeta, describe: (fact: FactName) => string): string {
  const facts = factsOf(check).map(([fact, part]) => `- \`${fact}\`: ${asMarkdown(describe(fact))}${part}`);
  const remedies = remediesOf(check).map(([system, text]) => `- ${system === 'default' ? '' : `${system}: `}${asMarkdown(text)}`);
  return [
    `### ${check.id}\n`,
    `**${asMarkdown(check.title)}** (${[check.severity, ...cwesOf(check)].join(', ')})\n`,
    `${asMarkdown(check.rationale)}\n`,
    'How it is tested:\n',
    ...facts,
    `${facts.length > 0 ? '\n' : ''}${outcomeOf(check)}\n`,
    'How to fix it:\n',
    ...remedies,
    ...(check.aliases?.length ? [`\nEarlier names: ${check.aliases.map((alias) => `\`${alias}\``).join(', ')}`] : []),
    `\nRead on: ${check.references.map((reference) => `<${reference}>`).join(', ')}\n`,
  ].join('\n');
}

/** A sentence as Markdown for our own documents: backticks are code already, angle brackets are text. */
const asMarkdown = (text: string): string =>
  spansOf(text, Infinity)
    .map(({ text: span, code }) => (code ? `\`${span}\`` : span.replace(/[<>*_[\]|]/g, '\\$&')))
    .join('');
