import { readdirSync } from 'node:fs';
import { loadChecks } from '../../src/checks/index.js';
import type { Check } from '../../src/checks/check.js';

/**
 * Every check, also inside jest: its loader fails ("request for './reconcile.js' is not in cache") when modules that
 * share a third are imported at once, so they are imported one after the other first.
 */
export async function everyCheck(): Promise<readonly Check[]> {
  const folder = new URL('../../src/checks/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  for (const file of files) await import(new URL(file, folder).href);
  return loadChecks();
}
