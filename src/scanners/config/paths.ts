import { posix, sep } from 'node:path';
import type { ConfigFile, ConfigFolder } from '../scanner.js';

/** The path, relative to the root of the folder, that a file means by a relative path; undefined where it leads out. */
export function pathBeside(file: string, relative: string): string | undefined {
  if (posix.isAbsolute(relative)) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(file), relative)).replace(/\/$/, '');
  return path === '..' || path.startsWith('../') ? undefined : path === '.' ? '' : path;
}

/**
 * Files of the folder that another file names, `*` and `?` included. An absolute path is looked for where it says when
 * it lies in the folder; else by its end, the longest first, for the folder may be a copy (`etc/ssh/…`, `ssh/…`).
 */
export function filesNamed(folder: ConfigFolder, from: string, named: string): readonly ConfigFile[] {
  for (const path of candidates(folder, from, named)) {
    const found = matching(folder, path);
    if (found.length > 0) return found;
  }
  return [];
}

/** True where the folder certainly holds what the path names, so that no match means that nothing is there. */
export function isCovered(folder: ConfigFolder, from: string, named: string): boolean {
  if (!posix.isAbsolute(named)) return pathBeside(from, named) !== undefined;
  return inRoot(folder, named) !== undefined || candidates(folder, from, named).some((path) => folder.directories.has(posix.dirname(path)));
}

function candidates(folder: ConfigFolder, from: string, named: string): readonly string[] {
  if (!posix.isAbsolute(named)) return [pathBeside(from, named) ?? ''];
  const inside = inRoot(folder, named);
  if (inside !== undefined) return [inside];
  const parts = posix.normalize(named).split('/').filter(Boolean);
  const ends = parts.map((_part, index) => parts.slice(index).join('/'));
  // One level at least; a bare name only beside the file that names it, and never a bare pattern.
  const beside = /[*?]/.test(parts.at(-1) ?? '') ? ends.slice(0, -1) : ends;
  return [...ends.slice(0, -1), ...beside.map((end) => posix.join(posix.dirname(from), end))];
}

function inRoot(folder: ConfigFolder, absolute: string): string | undefined {
  const root = folder.root.split(sep).join('/').replace(/\/$/, '');
  return absolute.startsWith(`${root}/`) ? posix.normalize(absolute).slice(root.length + 1) : undefined;
}

/** More of them mean nothing to any program, and cost a lot to match. */
const MAX_STARS = 8;

function matching(folder: ConfigFolder, path: string): readonly ConfigFile[] {
  if (!/[*?[]/.test(path)) {
    const file = folder.find(path);
    return file ? [file] : [];
  }
  const globbed = path.replace(/\*+/g, '*');
  if (globbed.split('*').length - 1 > MAX_STARS) return [];
  const pattern = new RegExp(
    `^${globbed
      .replace(/[.+^${}()|\\[\]]/g, '\\$&')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')}$`,
  );
  const directory = posix.dirname(path);
  return folder
    .under(/[*?]/.test(directory) || directory === '.' ? '' : directory)
    .filter((file) => pattern.test(file.path) && !/(?:^|\/)\.[^/]*$/.test(file.path));
}
