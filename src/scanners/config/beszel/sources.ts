import { posix } from 'node:path';
import type { Place } from '../../../model.js';
import { type ConfigFile, observe } from '../../scanner.js';
import { type ComposeService, readCompose } from '../compose.js';
import { parseEnv } from '../env.js';
import type { Setting, Settings } from '../settings.js';
import { readUnits, type Unit } from '../systemd.js';
import { oncePerFolder } from '../unread.js';

export type Part = 'hub' | 'agent';

/** What starts a hub or an agent: a compose service, a unit, or an environment file whose reader is not among the files. */
export interface Source {
  readonly part: Part;
  readonly place: Place;
  readonly environment: Settings;
  readonly command: string;
  readonly service?: ComposeService;
  readonly unit?: Unit;
  /** Files with settings that it names and the folder does not have. */
  readonly missing: readonly Setting[];
}

const IMAGE = { agent: /(?:^|\/)beszel-agent(?:-\w+)?(?:[:@]|$)/, hub: /(?:^|\/)beszel(?:-hub)?(?:[:@]|$)/ };
const UNIT = { agent: /^beszel-agent.*\.service$/, hub: /^beszel(?:-hub)?\.service$/ };
const COMMAND = { agent: /(?:^|\/)beszel-agent(?:\s|$)/, hub: /(?:^|\/)beszel(?:-hub)?\s+serve(?:\s|$)/ };
const PARTS: readonly Part[] = ['agent', 'hub'];

/** Every hub and agent that the files of a folder start. */
export const findSources = oncePerFolder(async (folder): Promise<readonly Source[]> => {
  const services = (await readCompose(folder)).found.flatMap(fromService);
  const units = (await readUnits(folder)).found.flatMap(fromUnit);
  const started = [...services, ...units];
  const read = new Set(started.flatMap(({ environment }) => [...environment.values()].map(({ place }) => place.file)));
  // Compose takes the variables of its files from the `.env` beside them.
  for (const { place } of services) read.add(posix.join(posix.dirname(place.file), '.env'));
  const alone: Source[] = [];
  for (const file of folder.files) if (ENV_FILE.test(file.path) && !read.has(file.path)) alone.push(...(await fromEnvironment(file)));
  return [...started, ...alone];
});

function fromService(service: ComposeService): readonly Source[] {
  const part = PARTS.find((one) => IMAGE[one].test(service.image)) ?? prefixed(service.environment);
  if (!part) return [];
  const { place, environment, command, missing } = service;
  return [{ part, place, environment, command, service, missing }];
}

function fromUnit(unit: Unit): readonly Source[] {
  const command = unit.all('ExecStart').at(-1)?.value ?? '';
  const part = PARTS.find((one) => COMMAND[one].test(command)) ?? PARTS.find((one) => command === '' && UNIT[one].test(unit.name));
  return part ? [{ part, place: unit.place, environment: unit.environment, command, unit, missing: unit.missing }] : [];
}

const ENV_FILE = /(?:^|\/)(?:[^/]*\.env|\.env[^/]*|env|[^/]*beszel[^/]*\.conf)$/;
const PUBLIC_KEY = /^(?:ssh-|ecdsa-|sk-)\S+ AAAA/;
/** Names that other programs use, too, count only in a file that is called after Beszel. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  agent: ['KEY', 'KEY_FILE', 'TOKEN', 'TOKEN_FILE', 'HUB_URL', 'LISTEN', 'PORT', 'DISABLE_SSH', 'DOCKER_HOST'],
  hub: [
    'AUTO_LOGIN',
    'TRUSTED_AUTH_HEADER',
    'USER_CREATION',
    'USER_EMAIL',
    'USER_PASSWORD',
    'SHARE_ALL_SYSTEMS',
    'MFA_OTP',
    'DISABLE_PASSWORD_AUTH',
    'CONTAINER_DETAILS',
    'CHECK_UPDATES',
    'HEARTBEAT_URL',
    'APP_URL',
    'CSP',
  ],
};

async function fromEnvironment(file: ConfigFile): Promise<readonly Source[]> {
  const text = await observe(() => file.text());
  if (!text.ok) return [];
  const environment = parseEnv(text.value, file.path);
  const named = /beszel/i.test(file.path);
  const part =
    prefixed(environment) ??
    (PUBLIC_KEY.test(environment.get('KEY')?.value ?? '') ? 'agent' : undefined) ??
    (named ? PARTS.find((one) => NAMES[one].some((name) => environment.has(name))) : undefined);
  return part ? [{ part, place: { file: file.path }, environment, command: '', missing: [] }] : [];
}

const prefixed = (environment: Settings): Part | undefined =>
  PARTS.find((part) => [...environment.keys()].some((name) => name.startsWith(PREFIX[part])));

export const PREFIX: Readonly<Record<Part, string>> = { agent: 'BESZEL_AGENT_', hub: 'BESZEL_HUB_' };
