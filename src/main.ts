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
  // A reader that has gone (`| head`) is no defect.
  process.stdout.on('error', () => {});
  const exitCode = await run(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    env: process.env,
    signal: controller.signal,
  });
  process.exitCode = interruptedWith ?? exitCode;
  // Sockets of peers that never hang up must not keep us: what was written goes out, then the process ends.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}
