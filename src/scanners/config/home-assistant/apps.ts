import { ProbeError } from '../../../errors.js';
import type { Facts } from '../../../model.js';
import { type ConfigFile, type ConfigFolder, observe } from '../../scanner.js';

type AppsFact = Facts['home-assistant.config-apps'];
type Json = Readonly<Record<string, unknown>>;

const MAX_LISTED = 200;
const MAX_TEXT = 100;
const SHAPE = /"(?:user|system|repositories)"\s*:/;
const MAY_DO_ANYTHING = ['full_access', 'docker_api'];

/** The Supervisor's list of installed add-ons: `apps.json`, `addons.json` before 2026. */
export async function findApps(folder: ConfigFolder): Promise<ConfigFile | undefined> {
  for (const file of folder.files.filter(({ path }) => /(?:^|\/)(?:apps|addons)\.json$/.test(path))) {
    const text = await observe(() => file.text());
    if (text.ok ? SHAPE.test(text.value) : /(?:^|\/)supervisor\//.test(file.path)) return file;
  }
  return undefined;
}

/** What each add-on may do and which ports it has on the host; of its options only those that decide a check. */
export async function readApps(file: ConfigFile): Promise<AppsFact> {
  const parsed = parse(await file.text(), file.path);
  const user = objectAt(parsed, 'user');
  const system = objectAt(parsed, 'system');
  const apps = Object.entries(user).map(([slug, value]) => {
    const own = value as Json;
    const shipped = objectAt(system, slug);
    const options = objectAt(own, 'options');
    const node = objectAt(options, 'http_node');
    return {
      slug: slug.slice(0, MAX_TEXT),
      name: textOf(shipped.name) || slug.slice(0, MAX_TEXT),
      version: textOf(own.version),
      isProtected: own.protected !== false,
      wants: MAY_DO_ANYTHING.filter((key) => shipped[key] === true),
      // A port map of the owner replaces the one that the add-on ships.
      published: portsOf(typeof own.network === 'object' && own.network !== null ? (own.network as Json) : objectAt(shipped, 'ports')),
      frontDoorOpen: options.leave_front_door_open === true,
      nodeLogin: slug.endsWith('_nodered') ? textOf(node.username) !== '' : null,
    };
  });
  return { apps: apps.slice(0, MAX_LISTED), place: { file: file.path } };
}

function parse(text: string, path: string): Json {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && 'user' in parsed) return parsed as Json;
  } catch {
    throw new ProbeError('protocol', `${path}: not whole JSON`);
  }
  throw new ProbeError('protocol', `${path}: no list of add-ons (apps) in it`);
}

function objectAt(from: Json, key: string): Json {
  const value = from[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

const portsOf = (map: Json): { container: string; host: number }[] =>
  Object.entries(map).flatMap(([container, host]) => (typeof host === 'number' ? [{ container: container.slice(0, MAX_TEXT), host }] : []));

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : '');
