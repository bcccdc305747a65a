import { failureOf, type ConfigFolder } from '../scanner.js';

/** What was found in a folder, and what could not be read while looking: one line each, the file first. */
export interface Found<T> {
  readonly found: readonly T[];
  readonly unread: readonly string[];
}

/** Reads item by item; what cannot be read is named and the rest goes on. */
export async function collect<Item, T>(items: readonly Item[], read: (item: Item) => Promise<readonly T[]>): Promise<Found<T>> {
  const found: T[] = [];
  const unread: string[] = [];
  for (const item of items) {
    try {
      found.push(...(await read(item)));
    } catch (error) {
      unread.push(failureOf(error).detail);
    }
  }
  return { found, unread };
}

/** Several kinds of configuration ask for the same files: each folder is read once. */
export function oncePerFolder<T>(read: (folder: ConfigFolder) => Promise<T>): (folder: ConfigFolder) => Promise<T> {
  const known = new WeakMap<ConfigFolder, Promise<T>>();
  return (folder) => {
    let answer = known.get(folder);
    if (!answer) known.set(folder, (answer = read(folder)));
    return answer;
  };
}
