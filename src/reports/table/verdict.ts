import type { Report } from '../../model.js';
import { printable } from '../printable.js';
import { count, countsOf, duration, verdictOf, when } from '../words.js';
import type { Palette } from './palette.js';
import { withCode, wrapped } from './text.js';

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
    `ports ${printable(run.ports, PORTS_LIMIT)}`,
    run.modes.join(', '),
    duration(run.durationMs),
    ...(run.vantage ? [`from ${printable(run.vantage)}`] : []),
  ];
  yield `${wrapped(looked.join(' · '), columns).map(paint.dim).join('\n')}\n\n`;

  const tone = { open: paint.good, closed: paint.bad, undecided: paint.unsure }[gate.result];
  yield `${wrapped(verdictOf(gate), columns).map(tone).join('\n')}\n`;
  yield `${wrapped(countsOf(report.summary), columns).join('\n')}\n`;
  if (gate.result === 'undecided') yield* reasonsText(gate.because, columns, paint);
  if (run.incomplete) yield `${paint.unsure('The run was interrupted: this is what had been learnt by then.')}\n`;
}

function* reasonsText(reasons: readonly string[], columns: number, paint: Palette): Iterable<string> {
  const margin = ' '.repeat(INDENT);
  for (const reason of reasons.slice(0, MAX_REASONS)) {
    const [first = '', ...more] = withCode(wrapped(printable(reason), columns - INDENT - 2), paint);
    yield `${margin}- ${first}\n${more.map((line) => `${margin}  ${line}\n`).join('')}`;
  }
  if (reasons.length > MAX_REASONS) yield `${margin}- and ${reasons.length - MAX_REASONS} more\n`;
}
