import { diffReports } from '../baseline/diff.js';
import { UsageError } from '../errors.js';
import { type DiffFormat, renderDiff } from '../reports/diff.js';
import type { Flags } from './flags.js';
import { type Io, print } from './io.js';
import { readReport } from './settings.js';

const FORMATS: Readonly<Record<string, DiffFormat>> = { table: 'text', text: 'text', json: 'json', markdown: 'markdown' };

/** `porosity diff <old> <new>`: new, changed, resolved, and what could not be compared. */
export async function showDiff([before, now]: readonly string[], { format }: Flags, io: Io): Promise<number> {
  const chosen = format === undefined ? (io.stdout.isTTY ? 'text' : 'json') : FORMATS[format];
  if (!chosen) throw new UsageError(`format "${format}": a diff is table, json or markdown`);
  const diff = diffReports(await readReport(before!), await readReport(now!));
  await print(io, renderDiff(diff, chosen));
  return diff.exitCode;
}
