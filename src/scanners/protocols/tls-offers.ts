import { hasForwardSecrecy, kindOf, weaknessOf } from '../../knowledge/tls-cipher-kinds.js';
import { CIPHER_SUITES } from '../../knowledge/tls-ciphers.js';

/*
 * What we offer in a ClientHello. Some old servers read 128 suites at most, so there is more than one list, each in the
 * order of our preference: a server that leaves the choice to the client shows its best.
 */

/** Suites that need what an ordinary server has not: shared secrets, tickets of Kerberos, fixed Diffie-Hellman keys. */
const RARE = /PSK|SRP|KRB5|ECCPWD|^TLS_(EC)?DH_(RSA|DSS|ECDSA)_|ARIA|GOST|SM4|_SHA\d+_SHA\d+$/;
const OFFER_MAX = 128;

const all = [...CIPHER_SUITES].map(([code, name]) => ({ code, name }));
const before13 = all.filter(({ code }) => code >> 8 !== 0x13);

/** Points for what a client of today would prefer. */
const rank = (name: string): number =>
  (weaknessOf(name) ? 0 : 8) +
  (hasForwardSecrecy(name) ? 4 : 0) +
  (/GCM|CHACHA20|CCM/.test(name) ? 2 : 0) +
  (name.includes('ECDHE') ? 1 : 0);

const codes = (suites: readonly { readonly code: number }[]): number[] => suites.map(({ code }) => code);

export const FOR_TLS13: readonly number[] = codes(all.filter(({ code }) => code >> 8 === 0x13));
const ordinary = before13.filter(({ name }) => !RARE.test(name)).sort((a, b) => rank(b.name) - rank(a.name));
export const ORDINARY: readonly number[] = codes(ordinary);
/** The same with the kind of each, for lists that leave kinds out. */
export const BY_KIND: readonly { readonly code: number; readonly kind: string; readonly weak: boolean }[] = ordinary.map(
  ({ code, name }) => ({
    code,
    kind: kindOf(name),
    weak: weaknessOf(name) !== undefined,
  }),
);
/** For servers that refuse all ordinary ones. */
export const RARE_LISTS: readonly (readonly number[])[] = chunks(codes(before13.filter(({ name }) => RARE.test(name))));

function chunks(list: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(list.length / OFFER_MAX) }, (_, i) => list.slice(i * OFFER_MAX, (i + 1) * OFFER_MAX));
}
