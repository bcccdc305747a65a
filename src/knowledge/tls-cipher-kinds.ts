/** What is wrong with a cipher suite, worst first: a suite that has several faults is named by its worst. */
const WEAKNESSES = [
  { kind: 'NULL', pattern: /_NULL_|^TLS_SHA\d+_SHA\d+$/, why: 'does not encrypt' },
  { kind: 'anonymous', pattern: /_anon_/, why: 'does not say who the server is' },
  { kind: 'EXPORT', pattern: /_EXPORT/, why: 'has a key of 40 or 56 bits' },
  { kind: 'DES', pattern: /_DES_/, why: 'has a key of 56 bits' },
  { kind: 'RC2', pattern: /_RC2_/, why: 'has blocks of 64 bits' },
  // RFC 7465.
  { kind: 'RC4', pattern: /_RC4_/, why: 'leaks plain text by the biases of RC4' },
  // SWEET32, CVE-2016-2183.
  { kind: '3DES', pattern: /_3DES_/, why: 'has blocks of 64 bits' },
  { kind: 'IDEA', pattern: /_IDEA_/, why: 'has blocks of 64 bits' },
] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** The worst fault of a suite, by its IANA name; undefined where it has none. */
export const weaknessOf = (name: string): Weakness | undefined => WEAKNESSES.find(({ pattern }) => pattern.test(name));

/** Whether a recorded session stays closed when the server's key leaks later; every suite of TLS 1.3 has it. */
export const hasForwardSecrecy = (name: string): boolean =>
  /^TLS_(ECDHE|DHE|ECCPWD|DH_anon|ECDH_anon)_/.test(name) || !name.includes('_WITH_');

/** The other kinds, first match: enough to tell a server's configuration by one suite of each. */
const STRONG_KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['CAMELLIA', /_CAMELLIA_/],
  ['SEED', /_SEED_/],
  ['CCM', /_CCM/],
  ['DHE', /^TLS_DHE_/],
  ['static RSA', /^TLS_RSA_WITH_/],
  ['CBC with SHA-1', /_CBC_SHA$/],
  ['CBC with SHA-2', /_CBC_SHA\d+$/],
];

/** The kind of a suite by its IANA name: its worst fault, or what it rests on. */
export const kindOf = (name: string): string =>
  weaknessOf(name)?.kind ?? STRONG_KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'AEAD';
