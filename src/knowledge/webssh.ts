/*
 * WebSSH (bifrost0x/webssh and its fork minhtuancn/webssh), measured at e39e2ec (2026-02-11) and ef78a92 (2.0.0,
 * 2026-08-22). It prints no version; what it shows dates it.
 */

const UPSTREAM = 'https://github.com/bifrost0x/webssh';
const FORK = 'https://github.com/minhtuancn/webssh';

/** Values of SECRET_KEY that anybody can read in published files. A fixed list, not a dictionary. */
export const PUBLISHED_KEYS: readonly { readonly key: string; readonly source: string }[] = [
  { key: '<YOUR-SECRET-KEY>', source: `${UPSTREAM} docker-compose.yml, ${FORK} BUILD.md` },
  // In the unit for systemd. The guard compares lower case with upper case, so both spellings pass it.
  { key: '<your-secret-key>', source: `${FORK} BUILD.md` },
  { key: '<64-character-hex-string>', source: `${FORK} BUILD.md` },
  { key: '<generate-unique-key>', source: `${FORK} COOLIFY_DEPLOYMENT.md` },
  { key: '<your-generated-secret-key>', source: `${FORK} COOLIFY_DEPLOYMENT.md` },
  { key: '<generate-with-openssl-rand-hex-32>', source: `${FORK} COOLIFY_DEPLOYMENT.md` },
  { key: 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z6', source: `${FORK} COOLIFY_DEPLOYMENT.md` },
  { key: 'test-secret-key-for-testing-only', source: `${FORK} tests/conftest.py` },
  { key: 'changeme', source: `${UPSTREAM} config.py, as a placeholder` },
  { key: 'secret', source: `${UPSTREAM} config.py, as a placeholder` },
  { key: 'your-secret-key', source: `${UPSTREAM} config.py, as a placeholder` },
];

/** Engine.IO's `maxPayload` in bytes, which each generation sets in its own way; with 25 s and 60 s they belong to WebSSH. */
const PAYLOAD_BYTES = { 1: 115_343_360, 2: 31_522_816 } as const;
const PING_INTERVAL_MS = 25_000;
const PING_TIMEOUT_MS = 60_000;

export type Generation = keyof typeof PAYLOAD_BYTES;

interface EngineOpen {
  readonly pingIntervalMs: number;
  readonly pingTimeoutMs: number;
  readonly maxPayloadBytes: number;
}

/** The generation whose Engine.IO settings these are; undefined for every other program. */
export function generationOfSocket({ pingIntervalMs, pingTimeoutMs, maxPayloadBytes }: EngineOpen): Generation | undefined {
  if (pingIntervalMs !== PING_INTERVAL_MS || pingTimeoutMs !== PING_TIMEOUT_MS) return undefined;
  return maxPayloadBytes === PAYLOAD_BYTES[1] ? 1 : maxPayloadBytes === PAYLOAD_BYTES[2] ? 2 : undefined;
}

/** The generation that titles its pages so; undefined for every other program. */
export function generationOfTitle(title: string): Generation | undefined {
  if (/^(Login|Register) - Web SSH Terminal$/.test(title)) return 1;
  return /^(Sign in|Create account) · WebSSH$/.test(title) ? 2 : undefined;
}

/** What the login page sends beside HSTS, whatever is asked (app/__init__.py of both generations). */
export const PAGE_HEADERS = [
  'content-security-policy',
  'x-frame-options',
  'x-content-type-options',
  'referrer-policy',
  'permissions-policy',
] as const;
