import { AGENT_PORT } from '../../../knowledge/beszel.js';
import type { Facts } from '../../../model.js';
import { type ConfigFolder, defineFileScanner, observe } from '../../scanner.js';
import { type ComposeService, readCompose } from '../compose.js';
import { filesNamed } from '../paths.js';
import type { Setting } from '../settings.js';
import { dockerAccess } from './docker.js';
import { endpointOf, isTrue, type Listen, listenOn, type Said, say, secret, throughContainer, unset, variable } from './settings.js';
import { findSources, type Source } from './sources.js';

type Agent = Facts['beszel-agent.config'][number];

const MAX_AGENTS = 20;
const MAX_KEYS = 50;

/** The environment of agents, from compose files, units and environment files. */
export default defineFileScanner({
  kind: 'beszel-agent',
  async read(folder) {
    const sources = (await findSources(folder)).filter(({ part }) => part === 'agent').slice(0, MAX_AGENTS);
    if (sources.length === 0) return undefined;
    return { 'beszel-agent.config': await observe(() => Promise.all(sources.map((source) => readAgent(folder, source)))) };
  },
});

async function readAgent(folder: ConfigFolder, source: Source): Promise<Agent> {
  const services = (await readCompose(folder)).found;
  const near = (host: string) => (isKeptInside(services, source, host) ? 'compose' : '');
  return {
    place: source.place,
    listen: throughContainer(listenOf(source), source, AGENT_PORT),
    sshDisabled: say(source, 'DISABLE_SSH', isTrue),
    keys: await keysOf(folder, source),
    hubUrl: endpointOf(source, 'HUB_URL', near),
    token: tokenOf(source),
    tokenFiles: (await filesWithToken(folder, source)).map((path) => ({ path, mode: folder.find(path)?.mode ?? null })),
    dockerHost: endpointOf(source, 'DOCKER_HOST', near),
    docker: await dockerAccess(folder, source),
  };
}

/** A service of the same compose file whose ports stay between its containers. */
function isKeptInside(services: readonly ComposeService[], { service: own }: Source, host: string): boolean {
  return services.some(({ name, file, ports }) => own !== undefined && name === host && file.path === own.file.path && ports.length === 0);
}

/** `-listen` wins over LISTEN, LISTEN over PORT (agent/server.go); a socket by its path or by NETWORK. */
function listenOf(source: Source): Listen {
  const flag = /(?:^|\s)--?listen(?:=|\s+)["']?([^\s"']+)/.exec(source.command)?.[1];
  if (variable(source, 'NETWORK')?.value === 'unix') return { value: 'socket', place: source.place };
  if (flag !== undefined) return { value: listenOn(flag), place: source.place };
  for (const name of ['LISTEN', 'PORT']) if (variable(source, name)?.value) return say(source, name, listenOn) as Listen;
  return source.missing.length > 0 ? unset(source) : { value: 'every address' };
}

/** One key a line. `env` prints such values with their line breaks, so keys are read on below KEY, too. */
async function keysOf(folder: ConfigFolder, source: Source): Promise<Said<string[]>> {
  const named = variable(source, 'KEY_FILE');
  const key = variable(source, 'KEY');
  if (key?.unresolved !== undefined) return { value: null, place: key.place, unresolved: key.unresolved };
  if (key) return { value: [...typesIn(key.value), ...(await typesBelow(folder, key))], place: key.place };
  if (!named) return source.missing.length > 0 ? unset(source) : { value: [], place: source.place };
  const [file] = filesNamed(folder, named.place.file, named.value);
  return file
    ? { value: typesIn(await file.text()), place: { file: file.path } }
    : { value: null, place: named.place, unresolved: 'the file of KEY_FILE is not in the folder' };
}

const KEY_LINE = /^\s*((?:ssh|ecdsa|sk)-[\w@.-]{1,64})\s+AAAA/;
const typesIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line) => KEY_LINE.exec(line)?.[1] ?? [])
    .slice(0, MAX_KEYS);

async function typesBelow(folder: ConfigFolder, { place }: Setting): Promise<string[]> {
  const file = /\.ya?ml$/.test(place.file) ? undefined : folder.find(place.file);
  const lines = file && place.line !== undefined ? (await file.text()).split(/\r?\n/).slice(place.line) : [];
  const end = lines.findIndex((line) => !KEY_LINE.test(line));
  return typesIn(lines.slice(0, end < 0 ? lines.length : end).join('\n'));
}

function tokenOf(source: Source): Agent['token'] {
  const file = variable(source, 'TOKEN_FILE');
  if (variable(source, 'TOKEN')?.value || !file) return secret(source, 'TOKEN');
  return { set: true, how: 'file', place: file.place };
}

/** The file that the token stands in, which for `${TOKEN}` in a compose file is the `.env` beside it. */
async function filesWithToken(folder: ConfigFolder, source: Source): Promise<readonly string[]> {
  const token = variable(source, 'TOKEN');
  const named = variable(source, 'TOKEN_FILE');
  const fromFile = named ? filesNamed(folder, named.place.file, named.value).map(({ path }) => path) : [];
  if (!token?.value) return fromFile;
  const text = await folder.find(token.place.file)?.text();
  const line = token.place.line === undefined ? '' : (text?.split(/\r?\n/)[token.place.line - 1] ?? '');
  if (source.service && !line.includes(token.value)) {
    const beside = folder.find(token.place.file.replace(/[^/]*$/, '.env'));
    return beside ? [beside.path] : [];
  }
  return [token.place.file, ...fromFile];
}
