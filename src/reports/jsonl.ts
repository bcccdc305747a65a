import { printableJson } from './printable.js';
import type { Reporter } from './reporter.js';
import { shownFrom } from './shown.js';

/** One finding a line, as it stands in the JSON report. No finding, no line. */
export const jsonl: Reporter = function* (report, { minSeverity }) {
  for (const finding of shownFrom(report, minSeverity).findings) yield `${printableJson(JSON.stringify(finding))}\n`;
};
