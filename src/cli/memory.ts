import { UsageError } from '../errors.js';
import { hasNews } from '../changes.js';
import type { Note, Report } from '../model.js';
import { renderPieces } from '../reports/index.js';
import type { Flags } from './flags.js';

/** What earlier runs know. Opened before the first packet, asked when the survey is there. */
export interface Memory {
  /** The baseline that was named, else the newest earlier report of these targets in the history. */
  readonly recall: (
    scope: readonly string[],
    startedAt: string,
  ) => Promise<{ readonly baseline?: Report; readonly notes: readonly Note[] }>;
  /** Files the report; the notes say what could not be pruned. */
  readonly file?: (report: Report, scope: readonly string[]) => Promise<readonly Note[]>;
}

/** Checks what the flags say about baseline and history. Throws a UsageError for a memory that is asked for and not given. */
export async function memoryOf(flags: Flags, named: Report | undefined): Promise<Memory> {
  if (flags.history !== undefined) return historyOf(flags.history, flags.keep, named);
  if (flags.keep !== undefined) throw new UsageError('--keep: needs a --history to prune');
  if (named === undefined && flags.failOn === 'new')
    throw new UsageError('--fail-on new: needs a --baseline or a --history to compare with');
  if (named === undefined && flags.onlyChanges) throw new UsageError('--only-changes: needs a --baseline or a --history to compare with');
  return { recall: async () => ({ baseline: named, notes: [] }) };
}

/** Loaded late: it brings the schemas, and most runs have no history. */
async function historyOf(folder: string, keep: string | undefined, named: Report | undefined): Promise<Memory> {
  const { openHistory, parseKeep, scopeOf } = await import('../history.js');
  const limit = keep === undefined ? undefined : parseKeep(keep);
  const history = openHistory(folder);
  return {
    async recall(scope, startedAt) {
      const { baseline, notes } = await history.baselineFor(scopeOf(scope), startedAt);
      return { baseline: named ?? baseline, notes };
    },
    file: async (report, scope) => history.add(report, await renderPieces(report, 'json'), scopeOf(scope), limit),
  };
}

/** Whether standard output stays empty: nothing changed, and that is how it was asked for. */
export const staysSilent = (report: Report, baseline: Report | undefined, { onlyChanges }: Flags): boolean =>
  onlyChanges === true && !hasNews(report, baseline);
