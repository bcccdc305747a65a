import { accessSync, constants, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../errors.js';
import { FORMATS, formatOfFile, type FormatName, isFormat } from '../reports/index.js';
import type { Flags } from './flags.js';
import type { Io } from './io.js';

/** Where a report goes. */
export interface Destinations {
  readonly stdout: FormatName;
  readonly files: readonly { readonly path: string; readonly format: FormatName }[];
}

/** Checked before the first packet: a typo in a file name must not cost an audit. */
export function destinationsOf(flags: Flags, { stdout }: Pick<Io, 'stdout'>): Destinations {
  if (flags.format !== undefined && !isFormat(flags.format)) throw unknownFormat(flags.format);
  const files = (flags.output ?? []).map(parseOutput);
  for (const { path } of files) checkWritable(path);
  return { stdout: (flags.format as FormatName | undefined) ?? (stdout.isTTY ? 'table' : 'json'), files };
}

function parseOutput(text: string): Destinations['files'][number] {
  const [, named, rest] = /^([a-z-]+)=(.+)$/.exec(text) ?? [];
  if (named !== undefined && rest !== undefined) {
    if (!isFormat(named)) throw unknownFormat(named);
    return { path: rest, format: named };
  }
  const format = formatOfFile(text);
  if (!format) throw new UsageError(`--output "${text}": the name does not tell the format; write it as json=${text}`);
  return { path: text, format };
}

function unknownFormat(name: string): UsageError {
  return new UsageError(`format "${name}": must be one of ${Object.keys(FORMATS).join(', ')}`);
}

function checkWritable(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new UsageError(`--output "${path}": the folder cannot be written (${codeOf(error)})`);
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`--output "${path}": is a folder`);
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
