import { readdirSync } from 'node:fs';
import type { Profile } from './profile.js';

/** Finds every profile by reading this folder. */
export async function loadProfiles(): Promise<readonly Profile[]> {
  const here = new URL('.', import.meta.url);
  const files = readdirSync(here)
    .filter((file) => file.endsWith('.js') && !['index.js', 'profile.js'].includes(file))
    .sort();
  const modules = await Promise.all(files.map((file) => import(new URL(file, here).href) as Promise<{ default: Profile }>));
  return modules.map((module) => module.default);
}
