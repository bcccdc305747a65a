import type { CheckMeta, FactName } from '../model.js';
import { type Palette, paletteFor } from './table/palette.js';
import { labelled, withCode, wrapped } from './table/text.js';

export interface ExplainOptions {
  readonly color: boolean;
  readonly columns: number;
  /** What a fact is, from the dictionary. */
  readonly describe: (fact: FactName) => string;
}

const MAX_COLUMNS = 100;
const INDENT = 2;
const GUTTER = 10;

/** Every check by id: how bad a failure is, and what holds when it passes. */
export function listChecks(checks: readonly CheckMeta[], { color, columns }: Omit<ExplainOptions, 'describe'>): string {
  const paint = paletteFor(color);
  return checks
    .map(({ id, severity, title }) => {
      const lines = wrapped(title, Math.min(columns, MAX_COLUMNS) - GUTTER);
      const margin = ' '.repeat(GUTTER - severity.length);
      return `${paint.severity[severity](severity)}${margin}${paint.strong(id)}\n${labelled(' '.repeat(GUTTER), lines, 0, paint.dim)}`;
    })
    .join('');
}

/** One check for a person who has just met it: why, how it is tested, how to fix it, how to waive it. */
export function explainCheck(check: CheckMeta, { color, columns, describe }: ExplainOptions): string {
  const paint = paletteFor(color);
  const width = Math.min(columns, MAX_COLUMNS) - INDENT;
  const section = (heading: string, ...bodies: readonly string[]): string => `\n${paint.strong(heading)}\n${bodies.join('')}`;
  const prose = (text: string): string => labelled('', withCode(wrapped(text, width), paint), INDENT, paint.dim);
  return [
    `${paint.strong(check.id)}  ${paint.severity[check.severity](check.severity)}\n`,
    `${wrapped(check.title, width).join('\n')}\n`,
    section('Why', prose(check.rationale)),
    section('How it is tested', ...factLines(check, describe, width, paint), prose(outcomeOf(check))),
    section('How to fix it', ...remediesOf(check).map(([system, text]) => prose(system === 'default' ? text : `${system}: ${text}`))),
    section('How to waive it (porosity.yaml)', waiverFor(check.id)),
    section('Read on', ...[...check.references, ...cwesOf(check)].map((reference) => `  ${reference}\n`)),
  ].join('');
}

/** The remedies by system, the general one first. */
export function remediesOf({ remediation }: CheckMeta): (readonly [system: string, text: string])[] {
  if (typeof remediation === 'string') return [['default', remediation]];
  const { default: general, ...systems } = remediation;
  return [['default', general], ...Object.entries(systems)];
}

/** `CWE-306`, as far as the check maps to any. */
export const cwesOf = ({ mapping }: CheckMeta): string[] => (mapping.cwe ?? []).map((number) => `CWE-${number}`);

/** When the answer is unknown: by construction, not by the check's good will. */
export function outcomeOf({ requires }: CheckMeta): string {
  if (requires.length === 0) return 'Where none of this could be looked at, the answer is unknown.';
  return 'Where this could not be looked at, the answer is unknown, never a pass.';
}

/** The facts that a check asks for, with what each is to it. */
export function factsOf({ requires, considers, files }: CheckMeta): (readonly [fact: FactName, part: string])[] {
  return [
    ...requires.map((fact) => [fact, ''] as const),
    ...considers.filter((fact) => !files?.requires.includes(fact)).map((fact) => [fact, ' (where it is known)'] as const),
    ...(files?.requires ?? []).map((fact) => [fact, ' (answers, too, where configuration is given)'] as const),
  ];
}

function factLines(check: CheckMeta, describe: ExplainOptions['describe'], width: number, paint: Palette): string[] {
  return factsOf(check).map(([fact, help]) => {
    const [first = '', ...more] = wrapped(`${fact}: ${describe(fact)}${help}`, width - INDENT);
    return labelled('- ', [first.replace(fact, paint.code(fact)), ...more], INDENT, paint.dim);
  });
}

/** The lines for the policy; target and port narrow it down. */
const waiverFor = (id: string): string =>
  ['waivers:', `  - check: ${id}`, '    target: <name, address or CIDR>', '    reason: <why you accept it>', '    expires: <YYYY-MM-DD>']
    .map((line) => `  ${line}\n`)
    .join('');
