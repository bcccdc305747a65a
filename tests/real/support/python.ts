import { join } from 'node:path';
import { run } from './cache.js';

const ASK_VERSION = 'import sys; print("%d.%d" % sys.version_info[:2])';

/** Makes a virtual environment, of exactly that Python where a version is named. */
export async function makeEnvironment(folder: string, version = ''): Promise<void> {
  for (const program of [`python${version}`, 'python3']) {
    const found = await run(program, ['-c', ASK_VERSION]).catch(() => undefined);
    if (found === undefined || (version !== '' && found !== version)) continue;
    await run(program, ['-m', 'venv', folder]);
    return;
  }
  throw new Error(`no Python ${version}`.trim());
}

/** Installs from PyPI into a virtual environment. */
export async function pip(folder: string, ...args: readonly string[]): Promise<void> {
  await run(join(folder, 'bin/pip'), ['install', '--quiet', '--no-input', ...args]);
}
