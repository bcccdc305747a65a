import { createHash, randomBytes } from 'node:crypto';

/** One report of the history, as its file name tells: when, what of, and something that no other run has. */
export interface Entry {
  readonly startedAt: string;
  readonly scope: string;
  readonly unique: string;
}

// Colons are not allowed in file names everywhere.
const NAME = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2}\.\d{3}Z)_([0-9a-f]{12})_([0-9a-f]{8})\.json$/;

/** What the reports of one audit have in common: its targets as they were asked for, in any order. */
export function scopeOf(targets: readonly string[]): string {
  const words = [...new Set(targets.map((target) => target.trim().toLowerCase()))].sort();
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 12);
}

/** A name for a new report; two runs of the same moment get two. */
export function entryFor(scope: string, startedAt: string): Entry {
  return { startedAt, scope, unique: randomBytes(4).toString('hex') };
}

export function fileNameFor({ startedAt, scope, unique }: Entry): string {
  return `${startedAt.replaceAll(':', '-')}_${scope}_${unique}.json`;
}

/** Undefined for a file that porosity did not put there. */
export function parseFileName(name: string): Entry | undefined {
  const [, day, hours, minutes, seconds, scope = '', unique = ''] = NAME.exec(name) ?? [];
  return day === undefined ? undefined : { startedAt: `${day}${hours}:${minutes}:${seconds}`, scope, unique };
}
