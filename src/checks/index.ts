import { readdirSync } from 'node:fs';
import type { Check } from './check.js';

/** Side by side as many as do not use up a small limit on open files. */
const AT_ONCE = 16;

/** Finds every check by reading this folder: `<subject>/<exposure>.js`, one default export each. Sorted by id. */
export async function loadChecks(): Promise<readonly Check[]> {
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && file.endsWith('.js'))
    .sort();
  const checks: Check[] = [];
  for (let at = 0; at < files.length; at += AT_ONCE) {
    const load = (file: string) => import(new URL(file, here).href) as Promise<{ default: Check }>;
    const modules = await Promise.all(files.slice(at, at + AT_ONCE).map(load));
    checks.push(...modules.map((module) => module.default));
  }
  return checks;
}
