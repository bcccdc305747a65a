import { uniqueKeys } from '../fingerprint.js';
import type { ReportedTarget } from '../model.js';

export interface Pairing {
  /** The same host in the earlier run, by index of the later one. */
  readonly earlier: readonly (ReportedTarget | undefined)[];
  /** Hosts of the earlier run that the later one has not. */
  readonly gone: readonly ReportedTarget[];
}

/** Finds each host again: by what lasts, then by name and address, then by either. One host is never two. */
export function pairHosts(before: readonly ReportedTarget[], now: readonly ReportedTarget[]): Pairing {
  const earlier: (ReportedTarget | undefined)[] = now.map(() => undefined);
  const left = new Set(before);
  const pass = (keysBefore: Keys, keysNow: Keys, fits: Fits = () => true) => {
    const known = new Map<string, ReportedTarget>();
    before.forEach((host, index) => {
      if (left.has(host)) for (const key of keysBefore(host, index)) if (!known.has(key)) known.set(key, host);
    });
    now.forEach((host, index) => {
      if (earlier[index]) return;
      const found = keysNow(host, index)
        .map((key) => known.get(key))
        .find((candidate) => candidate !== undefined && left.has(candidate) && fits(candidate, host));
      if (!found) return;
      earlier[index] = found;
      left.delete(found);
    });
  };
  const lasting = [uniqueKeys(before), uniqueKeys(now)] as const;
  pass(nameAndAddress, nameAndAddress, sharesIdentity);
  pass(
    (_, index) => lasting[0][index]!,
    (_, index) => lasting[1][index]!,
    sharesIdentity,
  );
  pass(nameAndAddress, nameAndAddress, mayBeSame);
  pass(
    (_, index) => lasting[0][index]!,
    (_, index) => lasting[1][index]!,
    mayBeSame,
  );
  pass(addressAlone, addressAlone, mayBeSame);
  return { earlier, gone: [...left] };
}

type Keys = (host: ReportedTarget, index: number) => readonly string[];
type Fits = (before: ReportedTarget, now: ReportedTarget) => boolean;

const nameAndAddress: Keys = ({ name, address }) => [`${name} ${address}`];
const addressAlone: Keys = ({ address }) => (address === '' ? [] : [address]);
const sharesIdentity: Fits = (before, now) => before.identities.some((identity) => now.identities.includes(identity));

/** A bare address may be another machine's today; a name that the user typed stays the same host, whatever its keys. */
const mayBeSame: Fits = (before, now) => before.name !== before.address || now.name !== now.address || !hasOtherKeys(before, now);

/** Whether a host shows keys of the same kind and none of them is the same. Certificates are renewed all the time and prove nothing. */
export function hasOtherKeys(before: ReportedTarget, now: ReportedTarget): boolean {
  const kinds = new Set(before.identities.map(kindOf).filter((kind) => kind !== 'tls'));
  return now.identities.some((identity) => kinds.has(kindOf(identity))) && !sharesIdentity(before, now);
}

const kindOf = (identity: string) => identity.slice(0, identity.indexOf(':'));
