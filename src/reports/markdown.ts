import type { Finding, Report } from '../model.js';
import { alikeTogether, byReason, checksByPlace, type Entry } from './grouped.js';
import { capitalised } from './inline.js';
import { isWebLink } from './links.js';
import { codeSpan, markdownText } from './markdown-text.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { isFailure, isUnjudged, isWaived, shownFrom } from './shown.js';
import { count, countsOf, duration, nameOf, placeOf, thousands, verdictOf, when } from './words.js';

// GitHub takes 65,536 characters a comment: these keep every report below it.
const MAX = { findings: 60, details: 25, unjudged: 20, hosts: 40, notes: 15 };
const CELL_LIMIT = 200;

/** A comment on a pull request: verdict, findings, what to do, what could not be looked at. Bounded, and says so. */
export const markdown: Reporter = function* (report, { minSeverity }) {
  const shown = shownFrom(report, minSeverity);
  const { run, tool, gate } = shown;
  yield `## porosity: gate ${gate.result}\n\n**${verdictOf(gate)}.** ${countsOf(shown.summary)}\n\n`;
  if (gate.result === 'undecided') yield list(gate.because.map((clause) => markdownText(clause, CELL_LIMIT)));
  const failures = alikeTogether(shown.findings.filter(isFailure));
  yield* findingsTable(failures);
  yield* whatToDo(failures);
  yield* waivedTable(shown.findings.filter(isWaived));
  yield* unjudgedTable(shown.findings.filter(isUnjudged));
  yield* hostsTable(shown);
  yield* notesList(shown);
  yield `<sub>${tool.name} ${tool.version}, ${when(run.startedAt)}, ports ${markdownText(run.ports, CELL_LIMIT)}, ${run.modes.join(', ')}, ${duration(run.durationMs)}${run.incomplete ? ', interrupted' : ''}</sub>\n`;
};

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
const head = (cells: readonly string[]): string => row(cells) + row(cells.map(() => '---'));
const list = (items: readonly string[]): string => (items.length > 0 ? `${items.map((item) => `- ${item}\n`).join('')}\n` : '');
const leftOff = (all: number, shown: number, noun: string): string =>
  all > shown ? `\n… and ${count(all - shown, noun)} more: see the JSON or HTML report.\n` : '';
const whereOf = (finding: Finding, places = placeOf(finding)): string => `${codeSpan(printable(finding.target, CELL_LIMIT))} ${places}`;
const hostAndPlaceOf = (finding: Finding): string => `${finding.target} ${placeOf(finding)}`;
const saidOf = ({ title, because }: Finding): string => `${markdownText(title, CELL_LIMIT)}, **but** ${markdownText(because, CELL_LIMIT)}`;

function* findingsTable(entries: readonly Entry[]): Iterable<string> {
  if (entries.length === 0) return;
  yield `### Findings\n\n${head(['Severity', 'Where', 'What', 'Check'])}`;
  for (const { finding, places } of entries.slice(0, MAX.findings)) {
    const mark = finding.baseline === 'new' || finding.baseline === 'changed' ? ` (${finding.baseline})` : '';
    yield row([`**${finding.severity}**${mark}`, whereOf(finding, places), saidOf(finding), codeSpan(finding.check)]);
  }
  yield `${leftOff(entries.length, MAX.findings, 'finding')}\n`;
}

function* whatToDo(entries: readonly Entry[]): Iterable<string> {
  const listed = entries.slice(0, MAX.details);
  if (listed.length === 0) return;
  yield `<details>\n<summary>Evidence and what to do (${listed.length} of ${entries.length})</summary>\n\n`;
  for (const { finding, places } of listed) {
    const { check, exhibits, remediation, references } = finding;
    yield `**${codeSpan(check)}** on ${whereOf(finding, places)}\n\n`;
    yield list([
      ...exhibits.map(
        ({ saw, place }) =>
          `seen: ${markdownText(saw, CELL_LIMIT)}${place ? ` in ${codeSpan(printable(place.file, CELL_LIMIT))}${place.line ? ` line ${place.line}` : ''}` : ''}`,
      ),
      ...(remediation ? [`do: ${markdownText(remediation)}`] : []),
      ...references.filter(isWebLink).map((link) => `see: <${link}>`),
    ]);
  }
  yield '</details>\n\n';
}

function* waivedTable(findings: readonly Finding[]): Iterable<string> {
  if (findings.length === 0) return;
  yield `### Waived\n\n${head(['Check', 'Where', 'Reason', 'Until'])}`;
  for (const finding of findings.slice(0, MAX.findings)) {
    const { check, waiver } = finding;
    yield row([codeSpan(check), whereOf(finding), markdownText(waiver!.reason, CELL_LIMIT), printable(waiver!.expires, CELL_LIMIT)]);
  }
  yield `${leftOff(findings.length, MAX.findings, 'finding')}\n`;
}

function* unjudgedTable(findings: readonly Finding[]): Iterable<string> {
  const groups = byReason(findings);
  if (groups.length === 0) return;
  yield `### Could not be judged\n\n${head(['Why', 'Checks'])}`;
  for (const { because, findings: waiting } of groups.slice(0, MAX.unjudged)) {
    yield row([capitalised(markdownText(because, CELL_LIMIT)), markdownText(checksByPlace(waiting, hostAndPlaceOf), CELL_LIMIT)]);
  }
  yield `${leftOff(groups.length, MAX.unjudged, 'reason')}\n`;
}

function* hostsTable({ targets }: Report): Iterable<string> {
  if (targets.length === 0) return;
  yield `### Hosts\n\n${head(['Host', 'State', 'Systems', 'Open ports'])}`;
  for (const target of targets.slice(0, MAX.hosts)) {
    const systems = target.systems.map(({ title, version }) => markdownText(`${title} ${version}`.trim(), CELL_LIMIT));
    const state = target.state === 'examined' ? 'examined' : `${target.state}: ${markdownText(target.because, CELL_LIMIT)}`;
    const ports = target.open.slice(0, MAX.hosts).map(({ port }) => port);
    yield row([
      codeSpan(nameOf(target)),
      state,
      systems.join(', ') || '-',
      ports.length > 0 ? ports.join(', ') : `none of ${thousands(target.ports.swept)}`,
    ]);
  }
  yield `${leftOff(targets.length, MAX.hosts, 'host')}\n`;
}

function* notesList({ notes, absent = [] }: Report): Iterable<string> {
  const gone = absent.map(
    ({ finding, why, because }) => `${why}: ${codeSpan(finding.check)} on ${whereOf(finding)} (${markdownText(because, CELL_LIMIT)})`,
  );
  const said = notes.map(
    ({ kind, text, target }) =>
      `${kind === 'warning' ? '**warning:** ' : ''}${target ? `${codeSpan(printable(target, CELL_LIMIT))}: ` : ''}${markdownText(text, CELL_LIMIT)}`,
  );
  if (gone.length + said.length === 0) return;
  yield `### Notes\n\n${list([...gone.slice(0, MAX.notes), ...said.slice(0, MAX.notes)])}`;
}
