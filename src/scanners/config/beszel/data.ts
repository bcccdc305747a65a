import { posix } from 'node:path';
import type { Facts } from '../../../model.js';
import type { ConfigFolder } from '../../scanner.js';
import { at, itemsOf, parseYaml, textOf } from '../yaml.js';

type Data = Facts['beszel-hub.config-data'][number];

const MAX_LISTED = 20;
/** Anybody but the owner. */
const READABLE = 0o044;

/** Folders with the key of a hub beside its database, or called as the image calls them. */
export function findDataFolders(folder: ConfigFolder): readonly string[] {
  const named = [...folder.directories.keys()].filter((path) => posix.basename(path) === 'beszel_data');
  const keyed = folder.files
    .filter(({ path }) => posix.basename(path) === 'id_ed25519' && folder.find(posix.join(posix.dirname(path), 'data.db')))
    .map(({ path }) => posix.dirname(path).replace(/^\.$/, ''));
  return [...new Set([...named, ...keyed])].sort();
}

/** Permissions of a data folder, and the tokens of `config.yml`; nothing of their content. */
export async function readDataFolder(folder: ConfigFolder, directory: string): Promise<Data> {
  const files = folder.under(directory);
  const loose = files.flatMap(({ path, mode }) => (mode !== undefined && (mode & READABLE) !== 0 ? [{ path, mode }] : []));
  return {
    directory: directory || '.',
    mode: folder.directories.get(directory) ?? null,
    loose: loose.slice(0, MAX_LISTED),
    tokens: await readTokens(folder, posix.join(directory, 'config.yml')),
  };
}

async function readTokens(folder: ConfigFolder, path: string): Promise<Data['tokens']> {
  const file = folder.find(path);
  if (!file) return null;
  const systems = itemsOf(at(parseYaml(await file.text(), path), 'systems'));
  const tokens = systems.map((system) => at(system, 'token')).filter((token) => textOf(token));
  return { count: tokens.length, mode: file.mode ?? null, place: tokens[0]?.place ?? { file: path } };
}
