import type { Facts, Place } from '../../model.js';
import { type ConfigFile, type ConfigFolder, defineFileScanner, failureOf, observe } from '../scanner.js';
import { Inclusion } from './inclusion.js';
import { linesOf } from './lines.js';
import { filesNamed, isCovered } from './paths.js';

type SshConfig = Facts['ssh.config'];

interface Setting {
  readonly key: string;
  readonly value: string;
  readonly place: Place;
  /** The criteria of the `Match` around it; empty outside and for `Match all`. */
  readonly condition: string;
  readonly matched: boolean;
}

const DEFAULT_PORT = 22;
const MAX_LISTED = 50;
const MAX_TEXT = 200;
const SHAPE =
  /^\s*(?:PermitRootLogin|PasswordAuthentication|KbdInteractiveAuthentication|ChallengeResponseAuthentication|AuthorizedKeysFile|UsePAM|Subsystem)[\s=]/im;
/** What a client's configuration has and a server's has not. */
const CLIENT = /^\s*(?:Host|IdentityFile|HostName)\s/im;

const RENAMED: Readonly<Record<string, string>> = {
  challengeresponseauthentication: 'kbdinteractiveauthentication',
  skeyauthentication: 'kbdinteractiveauthentication',
};
const ABOUT_LOGINS = [
  'passwordauthentication',
  'kbdinteractiveauthentication',
  'permitemptypasswords',
  'permitrootlogin',
  'authenticationmethods',
];
const LISTS: Readonly<Record<string, SshConfig['algorithms'][number]['list']>> = {
  kexalgorithms: 'kex',
  hostkeyalgorithms: 'serverHostKey',
  ciphers: 'ciphers',
  macs: 'macs',
};

/** sshd_config, by name or by the words in it. */
export default defineFileScanner({
  kind: 'ssh',
  async read(folder) {
    const file = await findConfiguration(folder);
    return file && { 'ssh.config': await observe(() => readConfiguration(folder, file)) };
  },
});

async function findConfiguration(folder: ConfigFolder): Promise<ConfigFile | undefined> {
  const byName = folder.files.filter(({ path }) => /(?:^|\/)sshd_config$/.test(path)).sort((a, b) => a.path.length - b.path.length)[0];
  if (byName) return byName;
  for (const file of folder.files.filter(({ path }) => /(?:\.conf|_config|sshd[^/]*)$/.test(path))) {
    const text = await observe(() => file.text());
    if (text.ok && SHAPE.test(text.value) && !CLIENT.test(text.value)) return file;
  }
  return undefined;
}

async function readConfiguration(folder: ConfigFolder, file: ConfigFile): Promise<SshConfig> {
  const unread: string[] = [];
  const inclusion = new Inclusion();
  const lines = await inclusion.enter(file, () => settingsOf(folder, file, { condition: '', matched: false }, unread, inclusion));
  const setting = (key: string) => inForce(lines, key);
  const ports = lines.filter(({ key, matched }) => key === 'port' && !matched).map(({ value }) => Number(value));
  const listening = lines.flatMap(({ key, value }) =>
    key === 'listenaddress' ? [Number(/^(?:\[.*\]|[^:]*):([0-9]+)$/.exec(value)?.[1] ?? 0)] : [],
  );
  return {
    ports: [...new Set([...(ports.length > 0 ? ports : [DEFAULT_PORT]), ...listening])].filter((port) => port > 0),
    passwordAuthentication: booleanOf(setting('passwordauthentication')),
    kbdInteractiveAuthentication: booleanOf(setting('kbdinteractiveauthentication')),
    permitEmptyPasswords: booleanOf(setting('permitemptypasswords')),
    permitRootLogin: textOf(setting('permitrootlogin')),
    authenticationMethods: textOf(setting('authenticationmethods')),
    conditional: lines
      .filter(({ key, condition }) => condition !== '' && ABOUT_LOGINS.includes(key))
      .map(({ key, value, condition, place }) => ({ key, value: value.slice(0, MAX_TEXT), condition: condition.slice(0, MAX_TEXT), place }))
      .slice(0, MAX_LISTED),
    algorithms: lines.flatMap(readList).slice(0, MAX_LISTED),
    unread,
  };
}

/** The first value wins; one under `Match all` wins over those outside. */
function inForce(lines: readonly Setting[], key: string): Setting | undefined {
  const own = lines.filter((line) => line.key === key && line.condition === '');
  return own.find(({ matched }) => matched) ?? own[0];
}

function booleanOf(line: Setting | undefined) {
  if (!line) return { value: null };
  const value = { yes: true, true: true, no: false, false: false }[line.value.toLowerCase()];
  if (value === undefined) return { value: null, place: line.place, unresolved: 'neither yes nor no: sshd would not start' };
  return { value, place: line.place };
}

const textOf = (line: Setting | undefined) =>
  line ? { value: line.value.slice(0, MAX_TEXT).toLowerCase(), place: line.place } : { value: null };

/** `+` and `^` add to the defaults, a bare list replaces them, `-` only takes away. */
function readList({ key, value, place }: Setting): SshConfig['algorithms'] {
  const list = LISTS[key];
  if (!list || value.startsWith('-')) return [];
  return [
    {
      list,
      names: value
        .replace(/^[+^]/, '')
        .split(',')
        .map((name) => name.trim().slice(0, MAX_TEXT))
        .filter(Boolean)
        .slice(0, MAX_LISTED),
      place,
    },
  ];
}

type Context = Pick<Setting, 'condition' | 'matched'>;

/** Lines in order, an `Include` read where it stands; a `Match` of an included file ends with it. */
async function settingsOf(
  folder: ConfigFolder,
  file: ConfigFile,
  around: Context,
  unread: string[],
  inclusion: Inclusion,
): Promise<readonly Setting[]> {
  const found: Setting[] = [];
  let context = around;
  for (const { text, place } of linesOf(await file.text(), file.path)) {
    const [, word = '', rest = ''] = /^\s*([A-Za-z][A-Za-z0-9]*)(?:\s*=\s*|\s+|$)(.*)$/.exec(text) ?? [];
    if (word === '') continue;
    const value = wordsOf(rest).join(' ');
    const key = RENAMED[word.toLowerCase()] ?? word.toLowerCase();
    if (key === 'match') context = { condition: /^all$/i.test(value) ? around.condition : value, matched: true };
    else if (key === 'include')
      for (const named of wordsOf(rest))
        for (const setting of await included(folder, { key, value: named, place, ...context }, unread, inclusion)) found.push(setting);
    else found.push({ key, value, place, ...context });
  }
  return found;
}

/** Quotes hold a word together, a `#` begins a comment. */
const wordsOf = (rest: string): readonly string[] =>
  (rest.replace(/(^|\s)#.*$/, '').match(/"[^"]*"|[^\s"]+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, '$1'));

async function included(
  folder: ConfigFolder,
  { value, place, condition, matched }: Setting,
  unread: string[],
  inclusion: Inclusion,
): Promise<readonly Setting[]> {
  const files = filesNamed(folder, place.file, value);
  // sshd takes a pattern without a match for granted; a folder that lacks the place is another matter.
  if (files.length === 0 && !isCovered(folder, place.file, value))
    unread.push(`${value} (${place.file}:${place.line}) is not in the folder`);
  const found: Setting[] = [];
  for (const file of files) {
    try {
      const inside = await inclusion.enter(file, () => settingsOf(folder, file, { condition, matched }, unread, inclusion));
      for (const setting of inside) found.push(setting);
    } catch (error) {
      unread.push(failureOf(error).detail);
    }
  }
  return found;
}
