import { UsageError } from '../errors.js';

/** How much history is kept. */
export type Keep = { readonly reports: number } | { readonly days: number };

const DAY_MS = 24 * 60 * 60 * 1000;

/** `30` keeps thirty reports, `90d` those of ninety days; throws a UsageError for anything else. */
export function parseKeep(text: string): Keep {
  const [, number, days] = /^([1-9]\d{0,5})(d?)$/.exec(text) ?? [];
  if (number === undefined) throw new UsageError(`--keep "${text}": must be a number of reports (30) or of days (90d)`);
  return days ? { days: Number(number) } : { reports: Number(number) };
}

/** What is too much of a list, newest first. The newest one always stays. */
export function surplus<Item extends { readonly startedAt: string }>(newestFirst: readonly Item[], keep: Keep, now: Date): readonly Item[] {
  if ('reports' in keep) return newestFirst.slice(keep.reports);
  const oldest = new Date(now.getTime() - keep.days * DAY_MS).toISOString();
  return newestFirst.slice(1).filter(({ startedAt }) => startedAt < oldest);
}
