import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './errors.js';
import { whyNot, writeWhole } from './files.js';
import { type Keep, surplus } from './history/keep.js';
import { type Entry, entryFor, fileNameFor, parseFileName } from './history/names.js';
import type { Note, Report } from './model.js';
import { readReport } from './schema.js';

export { type Keep, parseKeep } from './history/keep.js';
export { scopeOf } from './history/names.js';

/** A folder of reports, one file each, shared by every run that names it. */
export interface History {
  /** The newest report of the same scope that was started earlier; whole runs before interrupted ones. */
  readonly baselineFor: (scope: string, startedAt: string) => Promise<Remembered>;
  /** Files a report, given as its JSON in pieces; what `keep` says is too much goes. Throws a UsageError where it cannot be written. */
  readonly add: (report: Report, pieces: Iterable<string>, scope: string, keep?: Keep) => readonly Note[];
}

export interface Remembered {
  readonly baseline?: Report;
  /** Which files were left out, and why. */
  readonly notes: readonly Note[];
}

const MAX_NAMED = 5;

/** Opens the folder and makes it where it is missing: a wrong path must not cost an audit. */
export function openHistory(folder: string): History {
  makeFolder(folder);
  return {
    async baselineFor(scope, startedAt) {
      const { entries, foreign } = list(folder);
      const { baseline, broken } = await newestReadable(
        folder,
        entries.filter((entry) => entry.scope === scope && entry.startedAt < startedAt),
      );
      return {
        baseline,
        notes: [...named(broken, 'left out'), ...named(foreign, 'no report of porosity, left alone')],
      };
    },
    add(report, pieces, scope, keep) {
      makeFolder(folder);
      const added = entryFor(scope, report.run.startedAt);
      writeWhole(join(folder, fileNameFor(added)), pieces);
      if (!keep) return [];
      const mine = list(folder).entries.filter((entry) => entry.scope === scope);
      return surplus(mine, keep, new Date(report.run.startedAt)).flatMap((entry) => remove(join(folder, fileNameFor(entry))));
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UsageError(`history "${folder}": ${whyNot(error)}`);
  }
}

/** Newest first. Hidden files are nobody's business: editors, and reports that are being written. */
function list(folder: string): { readonly entries: readonly Entry[]; readonly foreign: readonly string[] } {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  } catch (error) {
    throw new UsageError(`history "${folder}": ${whyNot(error)}`);
  }
  const entries = names.map(parseFileName).filter((entry) => entry !== undefined);
  entries.sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : a.unique < b.unique ? 1 : -1));
  return { entries, foreign: names.filter((name) => !parseFileName(name)) };
}

async function newestReadable(folder: string, entries: readonly Entry[]) {
  const broken: string[] = [];
  let interrupted: Report | undefined;
  for (const entry of entries) {
    const path = join(folder, fileNameFor(entry));
    try {
      const report = await readReport(path, `"${path}"`);
      if (!report.run.incomplete) return { baseline: report, broken };
      interrupted ??= report;
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      // Another run may have pruned it since we looked.
      if (statSync(path, { throwIfNoEntry: false })) broken.push(error.message);
    }
  }
  return { baseline: interrupted, broken };
}

function named(files: readonly string[], what: string): readonly Note[] {
  const notes = files.slice(0, MAX_NAMED).map((file): Note => ({ kind: 'warning', text: `history: ${file} (${what})` }));
  const more = files.length - notes.length;
  return more > 0 ? [...notes, { kind: 'warning', text: `history: ${more} more files (${what})` }] : notes;
}

/** Another run may have been faster. */
function remove(path: string): readonly Note[] {
  try {
    rmSync(path, { force: true });
    return [];
  } catch (error) {
    return [{ kind: 'warning', text: `history: "${path}" cannot be removed: ${whyNot(error)}` }];
  }
}
