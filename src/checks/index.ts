import { readdirSync } from 'node:fs';
import type { Check } from './check.js';

/** Finds every check by reading this folder: `<subject>/<exposure>.js`, one default export each. Sorted by id. */
export async function loadChecks(): Promise<readonly Check[]> {
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && file.endsWith('.js'))
    .sort();
  const modules = await Promise.all(files.map((file) => import(new URL(file, here).href) as Promise<{ default: Check }>));
  return modules.map((module) => module.default);
}
