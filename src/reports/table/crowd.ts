import type { ReportedTarget } from '../../model.js';
import { printable } from '../printable.js';
import { joinRanges } from '../ranges.js';
import { type Host, isFailure, isUnjudged } from '../shown.js';
import { count, nameOf, thousands } from '../words.js';
import { type Cell, grid } from './grid.js';
import type { Palette } from './palette.js';
import { fitted, labelled, wrapped } from './text.js';

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

/** Hosts with nothing to show: who was silent, who had nothing open, who could not be asked. */
export function* quietText(targets: readonly ReportedTarget[], columns: number, paint: Palette): Iterable<string> {
  const isSilent = ({ state }: ReportedTarget): boolean => state === 'down' || state === 'unresolved';
  const silent = targets.filter((target) => isSilent(target) && target.fromBlock);
  const missing = targets.filter((target) => isSilent(target) && !target.fromBlock);
  const shut = targets.filter((target) => !isSilent(target));
  const names = (list: readonly ReportedTarget[]): string => joinRanges(list.map(({ name }) => printable(name)));
  const width = columns - INDENT;
  if (missing.length + shut.length + silent.length > 0) yield '\n';
  for (const target of missing) {
    yield labelled('', wrapped(`${nameOf(target)} is ${target.state}: ${printable(target.because)}`, width), INDENT, paint.dim);
  }
  if (shut.length > 0) {
    yield labelled('', wrapped(`${count(shut.length, 'host has', 'hosts have')} nothing open: ${names(shut)}`, width), INDENT, paint.dim);
  }
  if (silent.length > 0) {
    const lines = wrapped(`${count(silent.length, 'address', 'addresses')} gave no answer: ${names(silent)}`, width);
    yield labelled(
      '',
      lines.map((line) => paint.dim(line)),
      INDENT,
      paint.dim,
    );
  }
}
