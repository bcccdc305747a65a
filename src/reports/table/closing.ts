import type { Report } from '../../model.js';
import { printable } from '../printable.js';
import { isFailure } from '../shown.js';
import { placeOf } from '../words.js';
import type { Palette } from './palette.js';
import { labelled, withCode, wrapped } from './text.js';

const INDENT = 2;
const GUTTER = 10;

/** What the baseline had and this audit has not, the notes, and where to read on. */
export function* closingText(report: Report, columns: number, paint: Palette): Iterable<string> {
  const width = columns - INDENT - GUTTER;
  const entry = (label: string, text: string, tone: (text: string) => string): string =>
    labelled(label.padEnd(GUTTER), withCode(wrapped(text, width), paint), INDENT, tone);

  const absent = report.absent ?? [];
  if (absent.length > 0) yield '\n';
  for (const { finding, why, because } of absent) {
    const where = `${printable(finding.target)} ${placeOf(finding)} ${finding.check}: ${printable(because)}`;
    yield why === 'resolved' ? entry('resolved', where, paint.good) : entry('unknown', `not compared: ${where}`, paint.unsure);
  }
  if (report.notes.length > 0) yield '\n';
  for (const { kind, text, target } of report.notes) {
    const tone = kind === 'warning' ? paint.unsure : paint.dim;
    yield entry(kind === 'warning' ? 'warning' : 'note', `${target ? `${printable(target)}: ` : ''}${printable(text)}`, tone);
  }
  const worst = report.findings.find(isFailure);
  if (worst) yield `\n${paint.dim(`Why, and how it is tested: porosity checks ${worst.check}`)}\n`;
}
