import { createHash } from 'node:crypto';
import type { Finding } from '../model.js';
import { placeOf } from './words.js';

/** Puts what has the same key together, keys and items in the order in which they came. */
export function groupedBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const own = key(item);
    const group = groups.get(own);
    if (group) group.push(item);
    else groups.set(own, [item]);
  }
  return groups;
}

/** What could not be looked at for one reason. */
export interface Unjudged {
  readonly because: string;
  readonly findings: readonly Finding[];
}

/** Groups by reason: one silent port leaves many checks without an answer. */
export const byReason = (findings: readonly Finding[]): Unjudged[] =>
  [...groupedBy(findings, reasonOf)].map(([because, members]) => ({ because, findings: members }));

// "ssh.algorithms could not be seen: no answer (timeout)" says for each fact what is said once: no answer.
const reasonOf = ({ because }: Finding): string => /^[a-z0-9.-]+ could not be seen: (.+)$/.exec(because)?.[1] ?? because;

/** `ssh/password-login, ssh/terrapin on 22222/tcp; mqtt/plaintext on 1883/tcp`. */
export function checksByPlace(findings: readonly Finding[], nameOf: (finding: Finding) => string = placeOf): string {
  const places = [...groupedBy(findings, nameOf)];
  return places.map(([place, members]) => `${members.map(({ check }) => check).join(', ')} on ${place}`).join('; ');
}

/** What is said once for several ports of a host: Samba on 139 and 445, say. */
export interface Entry {
  readonly finding: Finding;
  /** `139/tcp, 445/tcp`, or `the host`. */
  readonly places: string;
}

/** Short: there may be a quarter of a million of them. */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** For people: findings of a host that differ in nothing but the port become one. */
export function alikeTogether(findings: readonly Finding[]): Entry[] {
  const groups = groupedBy(findings, ({ fingerprint: _own, port: _port, ...said }) => digestOf(JSON.stringify(said)));
  return [...groups.values()].map((members) => ({ finding: members[0]!, places: members.map(placeOf).join(', ') }));
}
