import type { Exhibit, Facts, Subject } from '../model.js';
import { saw } from './check.js';
import { written } from './written.js';

type Config = Facts['ssh.config'];

/** True where the file does not speak of the server on this port. */
export const isOfAnotherPort = ({ ports }: Config, { port }: Subject): boolean => port !== undefined && !ports.includes(port);

const KEYS = { passwordAuthentication: 'PasswordAuthentication', kbdInteractiveAuthentication: 'KbdInteractiveAuthentication' } as const;

/** A switch as sshd_config spells it. */
export const switched = (key: string, { value, ...said }: Config['passwordAuthentication']): Exhibit =>
  written('ssh.config', key, { ...said, value: value === null ? value : value ? 'yes' : 'no' });

/** How a password alone opens a session, as exhibits; empty where it does not. */
export const waysByPassword = (config: Config): readonly Exhibit[] =>
  asksForMore(config) ? [] : [...waysForEverybody(config), ...waysUnderMatch(config)];

/** The same where `Match` alone opens it: only those whom its condition means see that on the wire. */
export const waysForSomeAlone = (config: Config): readonly Exhibit[] =>
  asksForMore(config) || waysForEverybody(config).length > 0 ? [] : waysUnderMatch(config);

/** Each alternative is a list of methods that are all needed. */
function asksForMore({ authenticationMethods }: Config): boolean {
  const global = authenticationMethods.value ?? 'any';
  return global !== 'any' && global.split(/\s+/).every((methods) => /publickey|hostbased|gssapi/.test(methods));
}

const waysForEverybody = (config: Config): readonly Exhibit[] =>
  (Object.keys(KEYS) as (keyof typeof KEYS)[])
    .filter((name) => config[name].value !== false && config[name].unresolved === undefined)
    .map((name) => written('ssh.config', KEYS[name], { ...config[name], value: 'yes' }));

const waysUnderMatch = ({ conditional }: Config): readonly Exhibit[] =>
  conditional
    .filter(({ key, value }) => /^(?:password|kbdinteractive)authentication$/.test(key) && /^(?:yes|true)$/i.test(value))
    .map(({ key, condition, place }) => saw('ssh.config', `Match ${condition}: ${key} yes`, place));

/** A word that sshd refuses, or a part that could not be read: why the rest proves nothing. */
export function doubtAbout({
  passwordAuthentication,
  kbdInteractiveAuthentication,
  permitEmptyPasswords,
  unread,
}: Config): string | undefined {
  const garbled = [passwordAuthentication, kbdInteractiveAuthentication, permitEmptyPasswords].find(
    ({ unresolved }) => unresolved !== undefined,
  );
  return garbled?.unresolved ?? (unread.length > 0 ? `a part of sshd_config could not be read: ${unread[0]}` : undefined);
}
