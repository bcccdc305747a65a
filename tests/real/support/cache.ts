import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const INSTALL_MS = 4 * 60_000;
const MAX_OUTPUT_BYTES = 16 * 2 ** 20;

const execute = promisify(execFile);

/** Runs a program to its end and resolves with what it printed; rejects with the last line of its complaint. */
export async function run(program: string, args: readonly string[], cwd?: string): Promise<string> {
  try {
    const { stdout } = await execute(program, args, { cwd, timeout: INSTALL_MS, maxBuffer: MAX_OUTPUT_BYTES });
    return stdout.trim();
  } catch (error) {
    const { stderr = '', killed } = error as { stderr?: string; killed?: boolean };
    const why = killed ? `took longer than ${INSTALL_MS / 1000} s` : stderr.trim().split('\n').at(-1) || String(error);
    throw new Error(`${program}: ${why}`);
  }
}

/** Where something of a registry is installed in the checkout's cache; undefined, and the reason printed, where it cannot be. */
export async function inCache(
  name: string,
  packages: readonly string[],
  install: (folder: string) => Promise<void>,
): Promise<string | undefined> {
  const folder = join(process.cwd(), '.cache', name);
  // Written last: half an installation is none, and another list of packages is another installation.
  const receipt = join(folder, 'installed.txt');
  const wanted = packages.join('\n');
  if (existsSync(receipt) && readFileSync(receipt, 'utf8') === wanted) return folder;
  try {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await install(folder);
    writeFileSync(receipt, wanted);
    return folder;
  } catch (error) {
    console.log(`skipped: ${name} could not be installed: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
