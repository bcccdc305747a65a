import type { Report } from '../model.js';
import { printable } from './printable.js';
import { SEVERITIES } from '../severity.js';
import { isFailure } from './shown.js';
import { count, placeOf } from './words.js';

// Exit codes and the form of the line: Monitoring Plugins development guidelines.
const STATES = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const;
const [OK, WARNING, CRITICAL, UNKNOWN] = [0, 1, 2, 3] as const;
const WORTH_A_WARNING = ['critical', 'high', 'medium'];

/** One line with performance data, and the exit code of a Nagios plugin. */
export function nagios(report: Report): { readonly line: string; readonly exitCode: number } {
  const exitCode = stateOf(report);
  const { fail, unknown, waived } = report.summary;
  const [worst] = report.findings.filter(isFailure);
  const counts = SEVERITIES.filter((severity) => fail[severity] > 0).map((severity) => `${fail[severity]} ${severity}`);
  const text = [
    `gate ${report.gate.result}`,
    counts.join(', ') || 'no findings',
    count(unknown, 'check not judged', 'checks not judged'),
    ...(worst ? [`worst: ${worst.check} on ${worst.target} ${placeOf(worst)}`] : report.gate.because.slice(0, 1)),
  ].join('; ');
  const data = [...SEVERITIES.map((severity) => `${severity}=${fail[severity]}`), `unknown=${unknown}`, `waived=${waived}`];
  // A bar begins the performance data.
  return { line: `POROSITY ${STATES[exitCode]} - ${printable(text).replaceAll('|', '/')} | ${data.join(' ')}`, exitCode };
}

function stateOf({ gate, summary }: Report): 0 | 1 | 2 | 3 {
  if (gate.result === 'closed') return CRITICAL;
  if (gate.result === 'undecided') return UNKNOWN;
  return SEVERITIES.some((severity) => WORTH_A_WARNING.includes(severity) && summary.fail[severity] > 0) ? WARNING : OK;
}
