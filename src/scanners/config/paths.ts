import { posix } from 'node:path';

/** The path, relative to the root of the folder, that a file means by a relative path; undefined where it leads out. */
export function pathBeside(file: string, relative: string): string | undefined {
  if (posix.isAbsolute(relative)) return undefined;
  const path = posix.normalize(posix.join(posix.dirname(file), relative)).replace(/\/$/, '');
  return path === '..' || path.startsWith('../') ? undefined : path === '.' ? '' : path;
}
