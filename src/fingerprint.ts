import crypto from 'node:crypto';
import type { ReportedTarget } from './model.js';

/** How much a kind of identity is worth: what an owner replaces least often comes first. */
const PREFERENCE: readonly string[] = ['mac', 'home-assistant', 'ssh', 'tls'];

type Host = Pick<ReportedTarget, 'name' | 'address' | 'identities'>;

/**
 * What each host is known by, in the order of `hosts`: its best lasting identity that no other host of the run shares
 * (cloned machines do), with the address family where one machine was looked at over both; else its name; else its address.
 */
export function hostKeys(hosts: readonly Host[]): readonly string[] {
  return uniqueKeys(hosts).map(([best]) => best!);
}

/** Everything that means one host and no other of the run, best first. */
export function uniqueKeys(hosts: readonly Host[]): readonly (readonly string[])[] {
  const candidates = hosts.map(candidatesOf);
  const seen = new Map<string, number>();
  for (const keys of candidates) for (const key of new Set(keys)) seen.set(key, (seen.get(key) ?? 0) + 1);
  return candidates.map((keys) => {
    const unique = keys.filter((key) => seen.get(key) === 1);
    return unique.length > 0 ? unique : keys.slice(-1);
  });
}

function candidatesOf({ name, address, identities }: Host): readonly string[] {
  const rank = (identity: string) => {
    const at = PREFERENCE.indexOf(identity.slice(0, identity.indexOf(':')));
    return at < 0 ? PREFERENCE.length : at;
  };
  const lasting = [...identities].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const family = address.includes(':') ? 'IPv6' : 'IPv4';
  return [...[...lasting, name].flatMap((key) => [key, `${key} ${family}`]), `${name} ${address}`];
}

interface Place {
  readonly check: string;
  /** From `hostKeys`. */
  readonly host: string;
  readonly port?: number;
}

/**
 * What a finding is recognised by in the next run: SHA-256, in hex, of the JSON array
 * `["porosity/1", check, host, port or null]`. No time and, where the host has a lasting identity, no address goes into it.
 */
export function fingerprintOf({ check, host, port }: Place): string {
  return sha256(JSON.stringify(['porosity/1', check, host, port ?? null]));
}

/** In one go where Node can (20.12, 21.7): there are seventy findings a host. */
const sha256: (text: string) => string =
  typeof crypto.hash === 'function'
    ? (text) => crypto.hash('sha256', text)
    : (text) => crypto.createHash('sha256').update(text).digest('hex');
