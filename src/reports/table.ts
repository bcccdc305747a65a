import type { Reporter } from './reporter.js';
import { hostsOf, isFailure, partedBySpeech, shownFrom } from './shown.js';
import { closingText } from './table/closing.js';
import { overviewText, quietText } from './table/crowd.js';
import { hostText } from './table/host.js';
import { paletteFor } from './table/palette.js';
import { verdictText } from './table/verdict.js';

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_COLUMNS = 120;
const MIN_COLUMNS = 40;
/** From here on an overview comes first, and hosts without findings have their line there and no more. */
const CROWD = 9;

/** What a person reads in a terminal or a mail: the verdict, then each host, worst first. */
export const table: Reporter = function* (report, { color, columns, minSeverity }) {
  const shown = shownFrom(report, minSeverity);
  const paint = paletteFor(color);
  const width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS));
  const { speaking, quiet } = partedBySpeech(hostsOf(shown));
  const isCrowd = speaking.length >= CROWD;

  yield* verdictText(shown, width, paint);
  if (isCrowd) yield* overviewText(speaking, Math.max(width, columns), paint);
  for (const host of speaking) {
    if (!isCrowd || host.findings.some(isFailure)) yield* hostText(host, width, paint);
  }
  yield* quietText(quiet, width, paint);
  yield* closingText(shown, width, paint);
};
