import { posix } from 'node:path';
import { ProbeError } from '../../errors.js';
import type { Place } from '../../model.js';
import type { ConfigFile, ConfigFolder } from '../scanner.js';
import { publishedPorts, type PublishedPort } from './compose-ports.js';
import { parseEnv } from './env.js';
import { interpolate } from './interpolate.js';
import { filesNamed } from './paths.js';
import { collect, type Found, oncePerFolder } from './unread.js';
import type { Setting, Settings } from './settings.js';
import { at, entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from './yaml.js';

/** One service of a compose file, variables filled in from the `.env` beside it. */
export interface ComposeService {
  readonly name: string;
  readonly place: Place;
  readonly file: ConfigFile;
  readonly image: string;
  readonly command: string;
  readonly ports: readonly PublishedPort[];
  readonly volumes: readonly { readonly source: string; readonly target: string; readonly readOnly: boolean; readonly place: Place }[];
  /** `env_file` first, then `environment`, which wins. */
  readonly environment: Settings;
  readonly networkMode: Setting | undefined;
  readonly privileged: Setting | undefined;
  readonly user: Setting | undefined;
  readonly addedCapabilities: readonly Setting[];
  /** Files with settings that it names and the folder does not have. */
  readonly missing: readonly Setting[];
  /** Everything else that the file says about it, variables not filled in. */
  readonly node: YamlNode;
}

/** Cheap test before parsing: a mapping `services:` at the left edge, or in JSON style. */
const SHAPE = /^(?:services\s*:|\{\s*"services")/m;
const NAME = /(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$/;
const OVERRIDE = /\.override(\.ya?ml)$/;

/** Every service of every compose file in a folder; an override file changes the one beside it. */
export const readCompose = oncePerFolder(async (folder): Promise<Found<ComposeService>> => {
  const files = folder.files.filter(({ path }) => /\.ya?ml$/.test(path)).sort(overridesLast);
  const { found, unread } = await collect(files, (file) => readServices(folder, file));
  const services = new Map<string, ComposeService>();
  for (const service of found) {
    const key = `${service.file.path.replace(OVERRIDE, '$1')} ${service.name}`;
    services.set(key, mergeServices(services.get(key), service));
  }
  return { found: [...services.values()], unread };
});

async function readServices(folder: ConfigFolder, file: ConfigFile): Promise<readonly ComposeService[]> {
  const parsed = await parseCompose(file);
  if (!parsed) return [];
  const variables = await variablesFor(folder, file);
  return Promise.all(entriesOf(at(parsed, 'services')).map(([name, node]) => readService(folder, file, name, node, variables)));
}

const overridesLast = (a: ConfigFile, b: ConfigFile): number =>
  Number(OVERRIDE.test(a.path)) - Number(OVERRIDE.test(b.path)) || (a.path < b.path ? -1 : 1);

/** Undefined for YAML of another kind. A file that is called compose and cannot be read is one that cannot be read. */
async function parseCompose(file: ConfigFile): Promise<YamlNode | undefined> {
  const named = NAME.test(file.path);
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    if (named || !(error instanceof ProbeError)) throw error;
    return undefined;
  }
  if (!SHAPE.test(text)) return undefined;
  const parsed = parseYaml(text, file.path, 'yaml-1.2');
  const looks = entriesOf(at(parsed, 'services')).some(([, node]) => at(node, 'image') ?? at(node, 'build') ?? at(node, 'environment'));
  return looks || named ? parsed : undefined;
}

async function variablesFor(folder: ConfigFolder, file: ConfigFile): Promise<Settings> {
  const env = folder.find(posix.join(posix.dirname(file.path), '.env'));
  return env ? parseEnv(await env.text(), env.path) : new Map();
}

async function readService(
  folder: ConfigFolder,
  file: ConfigFile,
  name: string,
  node: YamlNode,
  variables: Settings,
): Promise<ComposeService> {
  const filled = (from: YamlNode | undefined): Setting | undefined => {
    const text = textOf(from);
    return from && text !== undefined ? { ...interpolate(text, variables), place: from.place } : undefined;
  };
  const { environment, missing } = await readEnvironment(folder, file, node, variables, filled);
  return {
    name,
    place: node.place,
    file,
    image: filled(at(node, 'image'))?.value ?? '',
    command: itemsOf(at(node, 'command'))
      .map((item) => filled(item)?.value ?? '')
      .join(' '),
    ports: itemsOf(at(node, 'ports')).flatMap((item) => publishedPorts(item, filled)),
    volumes: itemsOf(at(node, 'volumes')).flatMap((item) => readVolume(item, filled)),
    environment,
    networkMode: filled(at(node, 'network_mode')),
    privileged: filled(at(node, 'privileged')),
    user: filled(at(node, 'user')),
    addedCapabilities: itemsOf(at(node, 'cap_add')).flatMap((item) => filled(item) ?? []),
    missing,
    node,
  };
}

type Fill = (node: YamlNode | undefined) => Setting | undefined;

async function readEnvironment(folder: ConfigFolder, file: ConfigFile, node: YamlNode, variables: Settings, filled: Fill) {
  const environment = new Map<string, Setting>();
  const missing: Setting[] = [];
  for (const item of itemsOf(at(node, 'env_file'))) {
    const named = filled(at(item, 'path') ?? item);
    if (!named) continue;
    const found = filesNamed(folder, file.path, named.value);
    if (found.length === 0) missing.push(named);
    for (const one of found) for (const [key, setting] of parseEnv(await one.text(), one.path)) environment.set(key, setting);
  }
  const block = at(node, 'environment');
  for (const [key, value] of entriesOf(block))
    environment.set(key, value.value === null ? passedOn(key, value, variables) : filled(value)!);
  for (const item of Array.isArray(block?.value) ? itemsOf(block) : []) {
    const setting = filled(item);
    const [, key = '', , value] = /^([^=]*)(=([^]*))?$/.exec(setting?.value ?? '') ?? [];
    if (setting && key !== '') environment.set(key, value === undefined ? passedOn(key, item, variables) : { ...setting, value });
  }
  return { environment, missing };
}

/** A name without a value is handed on from where compose runs. */
function passedOn(name: string, { place }: YamlNode, variables: Settings): Setting {
  const value = variables.get(name)?.value;
  return {
    value: value ?? '',
    place,
    ...(value === undefined ? { unresolved: `${name} comes from the environment of docker compose` } : {}),
  };
}

function readVolume(item: YamlNode, filled: Fill): ComposeService['volumes'] {
  const long = filled(at(item, 'source'));
  if (long) {
    const readOnly = at(item, 'read_only')?.value === true;
    return [{ source: long.value, target: filled(at(item, 'target'))?.value ?? '', readOnly, place: item.place }];
  }
  const short = filled(item);
  if (!short) return [];
  const [source = '', target = '', options = ''] = short.value.split(':');
  return target === '' ? [] : [{ source, target, readOnly: options.split(',').includes('ro'), place: item.place }];
}

/** Lists add up, single values of the later file win. */
function mergeServices(base: ComposeService | undefined, over: ComposeService): ComposeService {
  if (!base) return over;
  return {
    ...base,
    image: over.image || base.image,
    command: over.command || base.command,
    ports: [...base.ports, ...over.ports],
    volumes: [...base.volumes, ...over.volumes],
    environment: new Map([...base.environment, ...over.environment]),
    networkMode: over.networkMode ?? base.networkMode,
    privileged: over.privileged ?? base.privileged,
    user: over.user ?? base.user,
    addedCapabilities: [...base.addedCapabilities, ...over.addedCapabilities],
    missing: [...base.missing, ...over.missing],
  };
}
