import { readFileSync } from 'node:fs';
import { UsageError } from './errors.js';

export { parseAddress, placeOf } from './targets/address.js';
export { allowedIn, localBlocks, type PlannedTarget, planTargets, type TargetPlan } from './targets/plan.js';

const MAX_LIST_BYTES = 16 * 1024 * 1024;

/**
 * The words of the command line with `@file` and `-` replaced by their lines: one target a line, `#` starts a comment.
 * `readInput` gives standard input.
 */
export async function expandLists(words: readonly string[], readInput: () => Promise<string>): Promise<readonly string[]> {
  const lists = await Promise.all(
    words.map(async (word) => {
      if (word === '-') return linesOf(await readInput());
      return word.startsWith('@') ? linesOf(readList(word.slice(1))) : [word.trim()];
    }),
  );
  return lists.flat();
}

function linesOf(text: string): readonly string[] {
  if (text.length > MAX_LIST_BYTES) throw new UsageError('target list: longer than 16 MiB');
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
}

function readList(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new UsageError(`target file "${path}": cannot be read (${code})`);
  }
}
