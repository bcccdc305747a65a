import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Sent once the program has written this to standard error or standard output. */
  readonly signal?: { readonly name: NodeJS.Signals; readonly once: Promise<unknown> };
}

export const BINARY = join(process.cwd(), 'dist/bin/porosity.cjs');

/** Runs the built program as a user would; never rejects. */
export function porosity(args: readonly string[], { cwd, env, input = '', signal }: Options = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BINARY, ...args], { cwd, env: { ...process.env, CI: '1', NO_COLOR: '1', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => (stdout += chunk));
    child.stderr.on('data', (chunk) => (stderr += chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    void signal?.once.then(() => child.kill(signal.name));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
