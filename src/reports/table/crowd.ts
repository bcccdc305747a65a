import type { ReportedTarget } from '../../model.js';
import { printable } from '../printable.js';
import { quietSentences } from '../quiet.js';
import { type Host, isFailure, isUnjudged } from '../shown.js';
import { nameOf, thousands } from '../words.js';
import { type Cell, grid } from './grid.js';
import type { Palette } from './palette.js';
import { fitted, labelled, withCode, wrapped } from './text.js';

const INDENT = 2;
/** One grid is one string: a big network gets several. */
const ROWS_A_GRID = 500;
const SYSTEMS = 1;
const SYSTEMS_WIDTH = 40;
const NAME_WIDTH = 30;

/** A line for each host with open ports, for when there are more than one wants to leaf through. */
export function* overviewText(hosts: readonly Host[], columns: number, paint: Palette): Iterable<string> {
  const head = ['HOST', 'SYSTEMS', 'PORTS', 'UNKNOWN', 'FINDINGS', 'WORST'].map((name): Cell => [name, paint.dim]);
  yield '\n';
  for (let at = 0; at < hosts.length; at += ROWS_A_GRID) {
    const rows = hosts.slice(at, at + ROWS_A_GRID).map((host) => overviewRow(host, paint));
    yield grid([head, ...rows], { columns, flexible: SYSTEMS, right: [2, 3, 4] });
  }
}

function overviewRow({ target, findings }: Host, paint: Palette): Cell[] {
  // Findings come worst first.
  const failing = findings.filter(isFailure);
  const worst = failing[0]?.severity;
  return [
    [fitted(nameOf(target), NAME_WIDTH), paint.strong],
    fitted(target.systems.map(({ title }) => printable(title)).join(', '), SYSTEMS_WIDTH),
    thousands(target.open.length),
    thousands(findings.filter(isUnjudged).length),
    thousands(failing.length),
    worst ? [worst, paint.severity[worst]] : ['-', paint.dim],
  ];
}

/** Hosts with nothing to show: who could not be asked, who had nothing open, who was silent. */
export function* quietText(targets: readonly ReportedTarget[], columns: number, paint: Palette): Iterable<string> {
  const tones = { missing: paint.unsure, shut: (text: string) => text, silent: paint.dim };
  if (targets.length > 0) yield '\n';
  for (const { kind, text } of quietSentences(targets)) {
    yield labelled('', withCode(wrapped(printable(text), columns - INDENT), paint, tones[kind]), INDENT, paint.dim);
  }
}
