import { randomBytes } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './errors.js';

interface Bounds {
  /** What the error calls it: `policy`, `report`. */
  readonly what: string;
  readonly maxBytes: number;
}

const CHUNK_LENGTH = 64 * 1024;
const READ_BYTES = 256 * 1024;

/** The text of a file, at most so many bytes. Throws a UsageError of one line for whatever is not readable UTF-8 text. */
export async function readText(path: string, { what, maxBytes }: Bounds): Promise<string> {
  const refuse = (why: string) => new UsageError(`${what} "${path}": ${why}`);
  const pieces: Buffer[] = [];
  for await (const piece of readPieces(path, { what, maxBytes })) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.includes(0)) throw refuse('is not text');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuse('is not UTF-8 text');
  }
}

/** The bytes of a file as they come, at most so many. Throws a UsageError of one line. */
export async function* readPieces(path: string, { what, maxBytes }: Bounds): AsyncIterable<Buffer> {
  let total = 0;
  try {
    // A device or a growing file is longer than its size says: the bound holds for what is read.
    for await (const piece of createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>) {
      total += piece.length;
      if (total > maxBytes) throw new UsageError(`${what} "${path}": longer than ${describeBytes(maxBytes)}`);
      yield piece;
    }
  } catch (error) {
    throw isSystemError(error) ? new UsageError(`${what} "${path}": ${whyNot(error)}`) : error;
  }
}

/**
 * Writes a file so that it is whole or absent: beside it, to the disk, then into its place. Synchronous on purpose: a
 * signal is handled before or after, never in between. Throws a UsageError of one line.
 */
export function writeWhole(path: string, chunks: string | Iterable<string>): void {
  const pieces = typeof chunks === 'string' ? [chunks] : chunks;
  try {
    const existing = statSync(path, { throwIfNoEntry: false });
    // Never rename onto a device or a pipe (/dev/stdout, /dev/null): it would be gone.
    if (existing && !existing.isFile()) writePieces(openSync(path, 'w'), pieces);
    else replace(existing ? realpathSync(path) : path, existing, pieces);
  } catch (error) {
    if (isSystemError(error)) throw new UsageError(`cannot write "${path}": ${whyNot(error)}`);
    throw error;
  }
}

function replace(path: string, existing: Stats | undefined, pieces: Iterable<string>): void {
  const beside = join(dirname(path), `.${basename(path).slice(0, 64)}.${randomBytes(6).toString('hex')}.tmp`);
  const file = openSync(beside, 'wx');
  try {
    writePieces(file, pieces, () => {
      if (existing) fchmodSync(file, existing.mode);
      fsyncSync(file);
    });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Closes the file whatever happens. */
function writePieces(file: number, pieces: Iterable<string>, finish: () => void = () => {}): void {
  try {
    for (const chunk of inChunks(pieces)) writeFileSync(file, chunk);
    finish();
  } finally {
    closeSync(file);
  }
}

/** Small pieces together, so that not every line is a write. */
export function* inChunks(pieces: Iterable<string>): Iterable<string> {
  let pending = '';
  for (const piece of pieces) {
    pending += piece;
    if (pending.length < CHUNK_LENGTH) continue;
    yield pending;
    pending = '';
  }
  if (pending !== '') yield pending;
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'is a folder',
  EEXIST: 'a file is in the way',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'too many symbolic links',
};

const isSystemError = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && 'syscall' in error;
const codeOf = (error: unknown) => (isSystemError(error) ? error.code : 'unknown');

/** Why the system refused, in words. */
export const whyNot = (error: unknown): string => WHY[codeOf(error)] ?? `the system refused (${codeOf(error)})`;

function describeBytes(bytes: number): string {
  return bytes < 1024 * 1024 ? `${bytes / 1024} KiB` : `${bytes / 1024 / 1024} MiB`;
}
