import type { Finding } from '../model.js';
import { csvCell } from './printable.js';
import type { Reporter } from './reporter.js';
import { shownFrom } from './shown.js';

type Column = readonly [name: string, value: (finding: Finding) => string | number];

const COLUMNS: readonly Column[] = [
  ['severity', ({ severity }) => severity],
  ['outcome', ({ outcome }) => outcome],
  ['check', ({ check }) => check],
  ['title', ({ title }) => title],
  ['target', ({ target }) => target],
  ['address', ({ address }) => address],
  ['port', ({ port }) => port ?? ''],
  ['because', ({ because }) => because],
  ['seen', ({ exhibits }) => exhibits.map(({ fact, saw }) => `${fact}: ${saw}`).join('; ')],
  ['remediation', ({ remediation }) => remediation],
  ['confidence', ({ confidence }) => confidence],
  ['waived', ({ waiver }) => (waiver ? waiver.reason : '')],
  ['waived-until', ({ waiver }) => (waiver ? waiver.expires : '')],
  ['baseline', ({ baseline }) => baseline ?? ''],
  ['first-seen', ({ firstSeen }) => firstSeen ?? ''],
  ['fingerprint', ({ fingerprint }) => fingerprint],
];

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** A spreadsheet: one finding a row, formula-safe, CR LF as RFC 4180 has it. */
export const csv: Reporter = function* (report, { minSeverity }) {
  yield line(COLUMNS.map(([name]) => name));
  for (const finding of shownFrom(report, minSeverity).findings) yield line(COLUMNS.map(([, value]) => csvCell(value(finding))));
};
