import { existsSync } from 'node:fs';
import { UsageError } from '../errors.js';
import { EXIT } from '../exit.js';
import { writeWhole } from '../files.js';
import { acceptingPolicy, initialPolicy } from '../init.js';
import type { Flags } from './flags.js';
import { type Io, say } from './io.js';
import { DEFAULT_POLICY, readReport } from './settings.js';

/** `porosity init`: a porosity.yaml that explains itself; with `--from`, one that accepts today's exposure. Replaces nothing. */
export async function writePolicy(path: string = DEFAULT_POLICY, { from, quiet }: Flags, io: Io): Promise<number> {
  if (existsSync(path)) throw new UsageError(`"${path}" exists already: move it away, or name another file`);
  writeWhole(path, from === undefined ? initialPolicy() : acceptingPolicy(await readReport(from)));
  if (!quiet) say(io, from === undefined ? `${path} written` : `${path} written: give each waiver a reason before you use it`);
  return EXIT.fine;
}
