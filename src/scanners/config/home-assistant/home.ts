import { ProbeError } from '../../../errors.js';
import type { Facts, Observation } from '../../../model.js';
import { type ConfigFile, type ConfigFolder, observe, valueOf } from '../../scanner.js';
import { at, parseYaml, type YamlNode } from '../yaml.js';
import { type Loaded, loadConfiguration } from './load.js';

/** One Home Assistant folder: what its readers share. */
export interface Home {
  readonly folder: ConfigFolder;
  /** Where configuration.yaml and `.storage` lie, relative to the root; empty for the root itself. */
  readonly base: string;
  readonly version: Observation<Facts['home-assistant.config-version']>;
  /** configuration.yaml; `file` is missing where the folder has none. */
  readonly file?: ConfigFile;
  readonly loaded: Observation<Loaded>;
  path(name: string): string;
  find(name: string): ConfigFile | undefined;
}

/** Finds the folder of Home Assistant by what lies in it and reads configuration.yaml; undefined where there is none. */
export async function openHome(folder: ConfigFolder): Promise<Home | undefined> {
  const found = await findConfiguration(folder);
  if (!found) return undefined;
  const { base, file } = found;
  const path = (name: string): string => (base === '' ? name : `${base}/${name}`);
  const find = (name: string): ConfigFile | undefined => folder.find(path(name));
  return {
    folder,
    base,
    file,
    path,
    find,
    version: await observe(() => readVersion(path('.HA_VERSION'), find('.HA_VERSION'))),
    loaded: await observe(() => load(folder, base, file)),
  };
}

function load(folder: ConfigFolder, base: string, file: ConfigFile | undefined): Promise<Loaded> {
  if (!file) throw new ProbeError('skipped', 'configuration.yaml is not in the folder');
  return loadConfiguration(folder, base, file);
}

async function readVersion(path: string, file: ConfigFile | undefined): Promise<Facts['home-assistant.config-version']> {
  if (!file) throw new ProbeError('skipped', `${path} is not in the folder`);
  const version = (await file.text()).trim();
  if (!/^[0-9]+\.[0-9]+[0-9a-z.]*$/.test(version)) throw new ProbeError('protocol', `${path}: not a version`);
  return { version: version.slice(0, MAX_VERSION), place: { file: path } };
}

const MAX_VERSION = 40;

/** The version as text, empty where it is not known. */
export const versionOf = (home: Home): string => valueOf(home.version)?.version ?? '';

const STORED = /^(?:(.*)\/)?\.storage\/(?:auth|onboarding|core\.config|http)$/;
const MARKER = /^(?:(.*)\/)?\.HA_VERSION$/;
const NAMED = /^(?:(.*)\/)?configuration\.ya?ml$/;
// Zigbee2MQTT, ESPHome and AppDaemon use some of the same words; the second list tells them apart.
const OWN_KEY = /^(?:homeassistant|default_config|frontend|automation|recorder|lovelace|input_boolean)\s*:/m;
// These words alone tell it in a file of the right name only.
const SHARED_KEY = /^(?:http|api|config|logger|script|scene|auth)\s*:/m;
const ANOTHER_PRODUCT = /^(?:serial|advanced|permit_join|esphome|appdaemon|services|hadashboard)\s*:/m;

/** By `.storage` or `.HA_VERSION` beside it, else by the words in it; the shallowest wins. */
async function findConfiguration(folder: ConfigFolder): Promise<{ base: string; file?: ConfigFile } | undefined> {
  const bases = new Set<string>();
  for (const { path } of folder.files) {
    const match = STORED.exec(path) ?? MARKER.exec(path);
    if (match) bases.add(match[1] ?? '');
  }
  const [marked] = [...bases].sort((a, b) => a.length - b.length);
  if (marked !== undefined)
    return { base: marked, file: folder.find(marked === '' ? 'configuration.yaml' : `${marked}/configuration.yaml`) };
  const only = folder.files.length === 1 && /\.ya?ml$/.test(folder.files[0]!.path);
  const candidates = folder.files.filter(({ path }) => only || NAMED.test(path)).sort((a, b) => a.path.length - b.path.length);
  for (const file of candidates)
    if (await looksLikeHome(file)) return { base: file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '', file };
  return undefined;
}

/** A configuration.yaml that cannot be read counts as one: its checks then say so. */
async function looksLikeHome(file: ConfigFile): Promise<boolean> {
  const text = await observe(() => file.text());
  if (!text.ok) return NAMED.test(file.path);
  if (ANOTHER_PRODUCT.test(text.value)) return false;
  return OWN_KEY.test(text.value) || (NAMED.test(file.path) && SHARED_KEY.test(text.value));
}

/** A file of `.storage`, whole; the nodes know their lines. Undefined where it does not exist. */
export async function readStored(home: Home, name: string): Promise<YamlNode | undefined> {
  const path = home.path(`.storage/${name}`);
  const file = home.folder.find(path);
  if (!file) return undefined;
  const text = await file.text();
  checkWhole(text, path);
  return parseYaml(text, path, 'yaml-1.2');
}

/** As `readStored`, for files too large to keep lines for; only `data`. */
export async function readStoredData(home: Home, name: string): Promise<unknown> {
  const path = home.path(`.storage/${name}`);
  const file = home.folder.find(path);
  return file && checkWhole(await file.text(), path).data;
}

/** A half-written file is no answer: an empty or cut one never means "nobody" or "none". */
function checkWhole(text: string, path: string): { readonly data: object } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new ProbeError('protocol', `${path}: not whole JSON`);
  }
  const data = typeof parsed === 'object' && parsed !== null && 'data' in parsed ? parsed.data : undefined;
  if (typeof data !== 'object' || data === null) throw new ProbeError('protocol', `${path}: no data in it`);
  return { data };
}

/** True where the folder brings Home Assistant's own store, so that a file missing from it does not exist. */
export const hasStorage = (home: Home): boolean => home.folder.directories.has(home.path('.storage'));

/** What recovery mode and newer releases keep: version and content of `.storage/http`. */
export async function readStoredHttp(home: Home): Promise<{ readonly format: number; readonly data: YamlNode } | undefined> {
  const stored = await readStored(home, 'http');
  const data = at(stored, 'data');
  return data && { format: Number(at(stored, 'version')?.value ?? 1), data };
}
