import { inChunks } from '../files.js';
import { printable } from '../reports/printable.js';

/** Everything of the process that a command may touch; a test hands in its own. */
export interface Io {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
}

/** Of one line on standard error. */
const LINE_MAX_LENGTH = 8_000;
const MAX_INPUT_BYTES = 64 * 1024 * 1024;

/** All of standard input, at most 64 MiB. */
export async function readInput({ stdin }: Io): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk));
    total += chunk.length;
    if (total > MAX_INPUT_BYTES) throw new (await import('../errors.js')).UsageError('standard input: longer than 64 MiB');
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Writes a line to standard error; what a file or a host said in it cannot steer the terminal. */
export function say({ stderr }: Pick<Io, 'stderr'>, line: string): void {
  stderr.write(`${printable(line, LINE_MAX_LENGTH)}\n`);
}

/** Writes pieces to standard output as fast as the reader takes them; ends quietly where the reader has gone (`| head`). */
export async function print({ stdout }: Pick<Io, 'stdout'>, pieces: Iterable<string>): Promise<void> {
  let gone = false;
  let goOn = () => {};
  const leave = () => {
    gone = true;
    goOn();
  };
  const drained = () => goOn();
  stdout.on('error', leave).on('close', leave).on('drain', drained);
  try {
    for (const chunk of inChunks(pieces)) {
      if (gone) return;
      if (!stdout.write(chunk)) await new Promise<void>((resolve) => (goOn = resolve));
    }
  } finally {
    stdout.off('error', leave).off('close', leave).off('drain', drained);
  }
}
