import { run } from './cli.js';
import { EXIT } from './exit.js';

/** The process around a command: signals, exit code, and an end that waits for what was written. */
export async function main(): Promise<void> {
  const controller = new AbortController();
  let interruptedWith: number | undefined;
  for (const [signal, code] of [
    ['SIGINT', EXIT.interrupted],
    ['SIGTERM', EXIT.terminated],
  ] as const) {
    process.on(signal, () => {
      // The second time means now.
      if (interruptedWith !== undefined) process.exit(code);
      interruptedWith = code;
      controller.abort();
    });
  }
  let unwritten: NodeJS.ErrnoException | undefined;
  // A reader that has gone (`| head`) is no defect; a full disk leaves nobody with a report.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') unwritten ??= error;
  });
  process.stderr.on('error', () => {});
  const exitCode = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    signal: controller.signal,
  });
  const { whyNot } = await import('./files.js');
  // Sockets of peers that never hang up must not keep us: what was written goes out, then the process ends.
  process.stdout.write('', () => {
    if (unwritten) process.stderr.write(`porosity: cannot write to standard output: ${whyNot(unwritten)}\n`);
    process.exitCode = interruptedWith ?? (unwritten ? EXIT.usage : exitCode);
    process.stderr.write('', () => process.exit());
  });
}
