import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Target } from '../model.js';

const MAX_SLUG_LENGTH = 40;

/**
 * What each target is called for as long as it is audited under its name. Keys and addresses do not go into it: a host that is
 * down shows none, and must still be found to be made unavailable.
 */
export function deviceIds(targets: readonly Target[]): readonly string[] {
  const count = (key: (target: Target) => string) => {
    const counts = new Map<string, number>();
    for (const target of targets) counts.set(key(target), (counts.get(key(target)) ?? 0) + 1);
    return (target: Target) => counts.get(key(target))!;
  };
  const byName: (target: Target) => string = ({ name }) => name.toLowerCase();
  const byFamily: (target: Target) => string = ({ name, address }) => `${name.toLowerCase()} ${isIPv6(address) ? 'IPv6' : 'IPv4'}`;
  const [named, inFamily] = [count(byName), count(byFamily)];
  return targets.map((target) => {
    if (named(target) === 1) return idFor(byName(target));
    return idFor(inFamily(target) === 1 ? byFamily(target) : `${byName(target)} ${target.address}`);
  });
}

/** Readable, and only letters, digits and underscores, as discovery topics want it; the digest keeps two apart. */
function idFor(key: string): string {
  const slug = key
    .replace(/[^a-z0-9]+/gi, '_')
    .slice(0, MAX_SLUG_LENGTH)
    .toLowerCase();
  return `${slug}_${createHash('sha256').update(key).digest('hex').slice(0, 8)}`;
}
