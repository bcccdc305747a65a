import type { Report } from '../../model.js';
import { printable } from '../printable.js';
import { count, countsOf, duration, verdictOf, when } from '../words.js';
import type { Palette } from './palette.js';
import { labelled, paragraph, withCode, wrapped } from './text.js';

const INDENT = 2;
const PORTS_LIMIT = 40;
const MAX_REASONS = 5;

/** What a reader who stops after two lines must know. */
export function* verdictText(report: Report, columns: number, paint: Palette): Iterable<string> {
  const { run, tool, gate, targets } = report;
  const looked = [
    `${tool.name} ${tool.version}`,
    when(run.startedAt),
    count(targets.length, 'target'),
    // Of files alone there is neither.
    ...(run.ports ? [`ports ${printable(run.ports, PORTS_LIMIT)}`] : []),
    ...(run.modes.length > 0 ? [run.modes.join(', ')] : []),
    duration(run.durationMs),
    ...(run.vantage ? [`from ${printable(run.vantage)}`] : []),
  ];
  yield `${paragraph(looked.join(' · '), columns, paint, paint.dim)}\n`;

  const tone = { open: paint.good, closed: paint.bad, undecided: paint.unsure }[gate.result];
  yield paragraph(verdictOf(gate), columns, paint, tone);
  yield paragraph(countsOf(report.summary), columns, paint);
  if (gate.result === 'undecided') yield* reasonsText(gate.because, columns, paint);
  if (run.incomplete) yield paragraph('The run was interrupted: this is what had been learnt by then.', columns, paint, paint.unsure);
}

function* reasonsText(reasons: readonly string[], columns: number, paint: Palette): Iterable<string> {
  const shown = reasons.slice(0, MAX_REASONS);
  const more = reasons.length - shown.length;
  for (const reason of more > 0 ? [...shown, `and ${more} more`] : shown) {
    yield labelled('- ', withCode(wrapped(printable(reason), columns - INDENT - 2), paint), INDENT, paint.dim);
  }
}
