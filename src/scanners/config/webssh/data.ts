import type { Facts, Observation } from '../../../model.js';
import { type ConfigFile, type ConfigFolder, failed, observe } from '../../scanner.js';

type Data = Facts['webssh.config-data'];

const MAX_FILES = 500;
const MAX_LISTED = 50;
const GROUP_AND_OTHERS = 0o077;
const OTHERS = 0o007;

/** The folder that holds `app.db` beside `keys` or `known_hosts` (DATA_DIR); undefined where there is none. */
export async function readData(folder: ConfigFolder): Promise<Observation<Data> | undefined> {
  const database = folder.files.find(({ path }) => /(?:^|\/)app\.db$/.test(path));
  if (!database) return undefined;
  const base = database.path.slice(0, -'app.db'.length);
  const keys = folder.under(`${base}keys`);
  const beside = ['known_hosts', 'secret_key'].flatMap((name) => folder.find(`${base}${name}`) ?? []);
  if (keys.length === 0 && beside.length === 0) return undefined;
  if (keys.length > MAX_FILES) return failed('limit', `more than ${MAX_FILES} stored keys`);
  return observe(() => describe(database, beside, keys));
}

async function describe(database: ConfigFile, beside: readonly ConfigFile[], keys: readonly ConfigFile[]): Promise<Data> {
  const loose = [
    ...(isLoose(database, OTHERS) ? [database] : []),
    ...[...beside, ...keys].filter((file) => isLoose(file, GROUP_AND_OTHERS)),
  ];
  const plainKeys: { path: string; why: string }[] = [];
  for (const file of keys) {
    const text = await file.text();
    if (text.startsWith('-----BEGIN')) plainKeys.push({ path: file.path, why: 'begins with -----BEGIN' });
    else if (file.path.endsWith('.bak')) plainKeys.push({ path: file.path, why: 'a copy from before keys were encrypted' });
  }
  return {
    loose: loose.slice(0, MAX_LISTED).map(({ path, mode = 0 }) => ({ path, mode: mode.toString(8).padStart(4, '0') })),
    plainKeys: plainKeys.slice(0, MAX_LISTED),
    files: 1 + beside.length + keys.length,
  };
}

const isLoose = ({ mode }: ConfigFile, bits: number): boolean => mode !== undefined && (mode & bits) !== 0;
