import type { Absent, HostChange } from '../baseline.js';
import type { Diff } from '../baseline/diff.js';
import type { Finding } from '../model.js';
import { jsonPieces } from './json-pieces.js';
import { codeSpan, markdownText } from './markdown-text.js';
import { printable } from './printable.js';
import { nameOf, placeOf, when } from './words.js';

export type DiffFormat = 'text' | 'json' | 'markdown';

/** Two reports side by side, in pieces. */
export function renderDiff(diff: Diff, format: DiffFormat): Iterable<string> {
  if (format === 'json') return jsonLines(diff);
  return format === 'markdown' ? markdown(diff) : text(diff);
}

function* jsonLines(diff: Diff): Iterable<string> {
  yield* jsonPieces(diff);
  yield '\n';
}

interface Row {
  /** A severity, or why something could not be compared. */
  readonly mark: string;
  readonly where: string;
  readonly what: string;
  readonly check: string;
}
type Section = readonly [title: string, rows: readonly Row[]];

function sectionsOf(diff: Diff): readonly Section[] {
  const sections: readonly Section[] = [
    ['New', diff.new.map((finding) => rowOf(finding, finding.because))],
    ['Changed', diff.changed.map((finding) => rowOf(finding, finding.because))],
    ['Resolved', diff.resolved.map(rowOfAbsent)],
    ['Could not be compared', diff.notCompared.map(rowOfAbsent)],
  ];
  return sections.filter(([, rows]) => rows.length > 0);
}

function rowOf({ severity, waiver, target, address, port, check }: Finding, because: string): Row {
  const where = `${nameOf({ name: target, address })} ${placeOf({ port })}`;
  return { mark: waiver ? `${severity}, waived` : severity, where, what: printable(because), check };
}

const rowOfAbsent = ({ finding, because }: Absent): Row => rowOf(finding, because);

function wordsOn({ opened, closed, newlySwept, state }: HostChange): string {
  return [
    ...(state ? [printable(state)] : []),
    ...(opened.length ? [`open now: ${opened.join(', ')}`] : []),
    ...(closed.length ? [`open no longer: ${closed.join(', ')}`] : []),
    ...(newlySwept.length ? [`open, and not looked at before: ${newlySwept.join(', ')}`] : []),
  ].join('; ');
}

const titleOf = ({ before, now }: Diff) => `From ${when(before.startedAt)} to ${when(now.startedAt)}`;
const NOTHING = 'Nothing changed.';
const isEmpty = (diff: Diff) => diff.hosts.length === 0 && sectionsOf(diff).length === 0;

function* text(diff: Diff): Iterable<string> {
  yield `${titleOf(diff)}\n`;
  if (isEmpty(diff)) yield `\n${NOTHING}\n`;
  for (const [title, rows] of sectionsOf(diff)) {
    yield `\n${title} (${rows.length})\n`;
    for (const { mark, where, what, check } of rows) yield `  ${mark.padEnd(8)}  ${where}  ${check}: ${what}\n`;
  }
  if (diff.hosts.length > 0) yield `\nHosts (${diff.hosts.length})\n`;
  for (const host of diff.hosts) yield `  ${nameOf(host)}: ${wordsOn(host)}\n`;
  const limits = diff.notes.filter(({ target }) => target === undefined);
  if (limits.length > 0) yield '\nNotes\n';
  for (const note of limits) yield `  ${printable(note.text)}\n`;
}

const MAX_ROWS = 100;

function* markdown(diff: Diff): Iterable<string> {
  yield `## porosity: ${titleOf(diff).toLowerCase()}\n\n`;
  if (isEmpty(diff)) yield `${NOTHING}\n`;
  for (const [title, rows] of sectionsOf(diff)) {
    yield `### ${title}\n\n| Severity | Where | Why | Check |\n| --- | --- | --- | --- |\n`;
    for (const { mark, where, what, check } of rows.slice(0, MAX_ROWS)) {
      yield `| ${mark} | ${codeSpan(where)} | ${markdownText(what)} | ${codeSpan(check)} |\n`;
    }
    yield rows.length > MAX_ROWS ? `\n… and ${rows.length - MAX_ROWS} more\n\n` : '\n';
  }
  if (diff.hosts.length > 0) yield '### Hosts\n\n';
  for (const host of diff.hosts.slice(0, MAX_ROWS)) yield `- ${codeSpan(nameOf(host))}: ${markdownText(wordsOn(host))}\n`;
}
