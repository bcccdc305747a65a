import type { Facts, Place } from '../../model.js';
import { type ConfigFile, type ConfigFolder, defineFileScanner, failureOf, observe } from '../scanner.js';
import { Inclusion } from './inclusion.js';
import { linesOf } from './lines.js';
import { filesNamed, isCovered } from './paths.js';

type MqttConfig = Facts['mqtt.config'];
type Listener = MqttConfig['listeners'][number];

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly place: Place;
}

const DEFAULT_PORT = 1883;
const MAX_LISTENERS = 50;
const SHAPE = /^[ ]*(?:listener [0-9]|allow_anonymous |per_listener_settings |password_file )/m;
const NAMED = /(?:^|\/)mosquitto[^/]*\.conf$/;

/** mosquitto.conf, by name or by the words in it. */
export default defineFileScanner({
  kind: 'mqtt',
  async read(folder) {
    const file = await findConfiguration(folder);
    return file && { 'mqtt.config': await observe(() => readConfiguration(folder, file)) };
  },
});

async function findConfiguration(folder: ConfigFolder): Promise<ConfigFile | undefined> {
  const byName = folder.files.find(({ path }) => NAMED.test(path));
  if (byName) return byName;
  for (const file of folder.files.filter(({ path }) => /\.conf$/.test(path))) {
    const text = await observe(() => file.text());
    if (text.ok && SHAPE.test(text.value)) return file;
  }
  return undefined;
}

async function readConfiguration(folder: ConfigFolder, file: ConfigFile): Promise<MqttConfig> {
  const unread: string[] = [];
  const inclusion = new Inclusion();
  const lines = await inclusion.enter(file, () => settingsOf(folder, file, unread, inclusion));
  const perListener = lines.findLast(({ key }) => key === 'per_listener_settings')?.value === 'true';
  // What stands before the first `listener` belongs to the default one, which is there when it has a port or an address.
  const blocks: { place: Place; lines: Setting[]; listens: readonly string[] | undefined }[] = [
    { place: { file: file.path }, lines: [], listens: undefined },
  ];
  for (const line of lines) {
    if (line.key === 'listener') blocks.push({ place: line.place, lines: [], listens: line.value.split(/\s+/) });
    else blocks.at(-1)!.lines.push(line);
  }
  const [first] = blocks;
  const opened = first!.lines.find(({ key }) => key === 'port' || key === 'bind_address');
  const listeners = blocks
    .filter((block) => block.listens !== undefined || opened)
    .map(({ place, lines: own, listens }) =>
      readListener(own, perListener ? own : lines, listens, listens ? place : (opened?.place ?? place)),
    )
    // Port 0 is a Unix socket.
    .filter(({ port }) => port !== 0);
  const localOnly = blocks.length === 1 && !opened;
  return {
    listeners: localOnly
      ? [{ ...readListener([], lines, [String(DEFAULT_PORT), 'localhost'], first!.place) }]
      : listeners.slice(0, MAX_LISTENERS),
    localOnly,
    unread,
  };
}

/** `own` holds for this listener; `security` is the same with `per_listener_settings`, else the whole file. */
function readListener(
  own: readonly Setting[],
  security: readonly Setting[],
  listens: readonly string[] | undefined,
  place: Place,
): Listener {
  const last = (key: string): Setting | undefined => own.findLast((line) => line.key === key);
  const [port = last('port')?.value ?? String(DEFAULT_PORT), address = last('bind_address')?.value ?? ''] = listens ?? [];
  const anonymous = security.findLast(({ key }) => key === 'allow_anonymous');
  const accessList = security.findLast(({ key }) => key === 'acl_file');
  return {
    port: Number(port) || 0,
    address: ['0.0.0.0', '::', '*'].includes(address) ? '' : address,
    protocol: last('protocol')?.value ?? 'mqtt',
    encrypted: Boolean((last('certfile') && last('keyfile')) ?? last('psk_hint')),
    clientCertificates: last('require_certificate')?.value === 'true',
    allowAnonymous: booleanOf(anonymous),
    logins: security.flatMap(({ key, place: at }) => {
      const kind = LOGINS[key];
      return kind ? [{ kind, place: at }] : [];
    }),
    ...(accessList ? { accessList: accessList.place } : {}),
    place,
  };
}

const LOGINS: Readonly<Record<string, Listener['logins'][number]['kind']>> = {
  password_file: 'password file',
  psk_file: 'psk',
  plugin: 'plugin',
  auth_plugin: 'plugin',
};

/** The broker takes nothing but these two words, and does not start with another. */
function booleanOf(line: Setting | undefined): Listener['allowAnonymous'] {
  if (!line) return { value: null };
  if (line.value === 'true' || line.value === 'false') return { value: line.value === 'true', place: line.place };
  return { value: null, place: line.place, unresolved: `${line.key} is neither true nor false` };
}

/** Lines in the order in which the broker reads them: an `include_dir` is read where it stands, its files by name. */
async function settingsOf(folder: ConfigFolder, file: ConfigFile, unread: string[], inclusion: Inclusion): Promise<readonly Setting[]> {
  const found: Setting[] = [];
  for (const { text, place } of linesOf(await file.text(), file.path)) {
    const [, key, value] = /^ *([a-z_]+)(?: +(.*?))?\s*$/.exec(text) ?? [];
    if (key === undefined) continue;
    const line = { key, value: value ?? '', place };
    if (key === 'include_dir') for (const setting of await included(folder, line, unread, inclusion)) found.push(setting);
    else found.push(line);
  }
  return found;
}

async function included(
  folder: ConfigFolder,
  { value, place }: Setting,
  unread: string[],
  inclusion: Inclusion,
): Promise<readonly Setting[]> {
  const pattern = `${value.replace(/\/$/, '')}/*.conf`;
  const files = filesNamed(folder, place.file, pattern);
  if (files.length === 0 && !isCovered(folder, place.file, pattern))
    unread.push(`${value} (${place.file}:${place.line}) is not in the folder`);
  const found: Setting[] = [];
  for (const file of files) {
    try {
      for (const setting of await inclusion.enter(file, () => settingsOf(folder, file, unread, inclusion))) found.push(setting);
    } catch (error) {
      unread.push(failureOf(error).detail);
    }
  }
  return found;
}
