import type { Finding, Report, Severity } from '../model.js';
import { printable } from './printable.js';
import { isFailure } from './shown.js';
import { count, countsOf, placeOf, verdictOf } from './words.js';

type Level = 'error' | 'warning' | 'notice';

const LEVELS: Readonly<Record<Severity, Level>> = { critical: 'error', high: 'error', medium: 'warning', low: 'notice', info: 'notice' };
/** GitHub shows ten annotations of each level a step and drops the others without a word. */
const MAX_OF_A_LEVEL = 10;

/** Workflow commands that put findings beside a GitHub Actions run, worst first; one line each. */
export function annotations(report: Report): string[] {
  const failures = report.findings.filter(isFailure);
  // One place of each level is kept for the verdict and for the count of the rest.
  const shown = [...new Set(Object.values(LEVELS))].flatMap((level) =>
    failures.filter(({ severity }) => LEVELS[severity] === level).slice(0, MAX_OF_A_LEVEL - 1),
  );
  const lines = shown.map(annotationOf);
  const rest = failures.length - shown.length;
  if (rest > 0) lines.push(command('notice', { title: 'porosity' }, `${count(rest, 'finding')} more in the job summary`));
  if (report.gate.result !== 'open') {
    const text = [`${verdictOf(report.gate)}. ${countsOf(report.summary)}`, ...report.gate.because].join('\n');
    lines.unshift(command(report.gate.result === 'closed' ? 'error' : 'warning', { title: 'porosity' }, text));
  }
  return lines;
}

function annotationOf(finding: Finding): string {
  const { severity, check, target, title, because, remediation, exhibits } = finding;
  const place = exhibits.find((exhibit) => exhibit.place)?.place;
  const text = [`${title}, but ${because}`, ...(remediation ? [`To do: ${remediation}`] : [])].join('\n');
  return command(
    LEVELS[severity],
    {
      title: `${severity}: ${check} on ${target} ${placeOf(finding)}`,
      file: place?.file,
      line: place?.line === undefined ? undefined : String(place.line),
    },
    text,
  );
}

function command(level: Level, properties: Readonly<Record<string, string | undefined>>, text: string): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const list = given.map(([name, value]) => `${name}=${escapeData(printable(value!)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${level} ${list.join(',')}::${escapeData(
    text
      .split('\n')
      .map((line) => printable(line))
      .join('\n'),
  )}`;
}

/** As the runner unescapes it: actions/toolkit, packages/core/src/command.ts. */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
