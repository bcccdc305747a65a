import type { Facts } from '../model.js';

/*
 * What ContainerSSH shows on the wire, measured on 0.4.1, 0.5.2 and 0.6.0 and read in its source:
 * https://github.com/ContainerSSH/ContainerSSH (config/ssh.go, internal/health, internal/metrics, http).
 */

type Offer = Facts['ssh.algorithms'];
type Page = Facts['http.root'];

const STRICT_KEX = 'kex-strict-s-v00@openssh.com';
/** Only from 0.5 on; both tell 0.4 from later releases. */
const LATER_CIPHER = 'aes256-gcm@openssh.com';

const DEFAULT_KEX = ['curve25519-sha256@libssh.org', 'ecdh-sha2-nistp521', 'ecdh-sha2-nistp384', 'ecdh-sha2-nistp256'];
const DEFAULT_CIPHERS = ['chacha20-poly1305@openssh.com', LATER_CIPHER, 'aes128-gcm@openssh.com', 'aes256-ctr', 'aes192-ctr', 'aes128-ctr'];
const DEFAULT_MACS = ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-256'];

/**
 * What its library offers beside that, https://pkg.go.dev/golang.org/x/crypto/ssh: no release up to 0.6 lets it through,
 * a later one may.
 */
const GO_KEX = ['mlkem768x25519-sha256', 'curve25519-sha256', 'diffie-hellman-group14-sha256', 'diffie-hellman-group16-sha512'];
const GO_MACS = ['hmac-sha2-512-etm@openssh.com', 'hmac-sha2-512'];

/** Old algorithms that its configuration still accepts; `tripledescbcID` is accepted and offers nothing. */
export const WEAK = {
  kex: ['diffie-hellman-group1-sha1', 'diffie-hellman-group14-sha1'],
  ciphers: ['arcfour', 'arcfour128', 'arcfour256', 'aes128-cbc', 'tripledescbcID'],
  macs: ['hmac-sha1', 'hmac-sha1-96'],
} as const;
export type WeakList = keyof typeof WEAK;

const within = (offered: readonly string[], ...allowed: (readonly string[])[]): boolean =>
  offered.every((name) => allowed.some((list) => list.includes(name)));

/** True where a ContainerSSH could have made this offer, of this release or of one to come. */
export const couldBeOffered = ({ kex, ciphers, macs }: Pick<Offer, WeakList>): boolean =>
  kex.length > 0 &&
  within(kex, DEFAULT_KEX, WEAK.kex, GO_KEX, [STRICT_KEX]) &&
  within(ciphers, DEFAULT_CIPHERS, WEAK.ciphers) &&
  within(macs, DEFAULT_MACS, WEAK.macs, GO_MACS);

/** The offer that it makes where nothing is configured; no other server is known to put the curves in this order. */
export function isDefaultOffer({ kex, ciphers, macs }: Pick<Offer, WeakList>): boolean {
  const same = (a: readonly string[], b: readonly string[]) => a.join() === b.join();
  const ciphersOf04 = DEFAULT_CIPHERS.filter((name) => name !== LATER_CIPHER);
  return (
    same(
      kex.filter((name) => name !== STRICT_KEX),
      DEFAULT_KEX,
    ) &&
    same(macs, DEFAULT_MACS) &&
    (same(ciphers, DEFAULT_CIPHERS) || same(ciphers, ciphersOf04))
  );
}

/** `0.4`, or `0.5` for that and everything later; undefined where the offer is not its own. The library came with 0.5. */
export function generationOf(offer: Offer): '0.4' | '0.5' | undefined {
  if (!couldBeOffered(offer)) return undefined;
  return offer.strictKex ? '0.5' : '0.4';
}

/** Every ContainerSSH lists these three, whatever is configured. */
export const LISTED_METHODS = ['password', 'publickey', 'keyboard-interactive'];

/** The port of its metrics unless it is set. */
export const METRICS_PORT = 9100;
/** Docker without TLS, by convention: https://docs.docker.com/engine/security/protect-access/. */
export const DOCKER_PORT = 2375;
export const OAUTH2_TITLE = 'Your SSH terminal code';

/** What the health page says, where this is one: a JSON string that calls itself plain text. */
export function healthIn(
  { status, server, headers }: Pick<Page, 'status' | 'server' | 'headers'>,
  body: string,
): 'ok' | 'not ok' | undefined {
  if (server !== '' || headers['content-type'] !== 'text/plain; charset=utf-8') return undefined;
  if (status === 200 && /^"ok"\s*$/.test(body)) return 'ok';
  return status === 503 && /^"not ok"\s*$/.test(body) ? 'not ok' : undefined;
}

/** The 404 without a word of its HTTP library: the metrics server and the sample webhook answer so. */
export const isBare404 = ({ status, server, headers, bodyExcerpt }: Page): boolean =>
  status === 404 && bodyExcerpt === '' && server === '' && headers['content-type'] === undefined;

/** A service that has no page, as webhooks have none; Express, Flask and proxies say so in HTML. */
export const isPageless = ({ status }: Page): boolean => [400, 404, 405, 415, 500, 501].includes(status);

/** Keys that an answer of a webhook may have: ContainerSSH takes one with any other for a failure. */
export const WEBHOOK_ANSWER_KEYS = [
  'success',
  'authenticatedUsername',
  'metadata',
  'environment',
  'files',
  'username',
  'remoteAddress',
  'connectionId',
  'clientVersion',
];

const SECRET_KEY = /(?:password|token|secret|secretkey|accesskey)$|^auth$/i;
const PRIVATE_KEY = /^\s*-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Whether a text of its configuration is a secret; the name of a file that holds one, `bearerTokenFile`, is none. */
export const isSecret = (key: string, text: string): boolean => (text !== '' && SECRET_KEY.test(key)) || PRIVATE_KEY.test(text);

/** The only suites that ContainerSSH's own TLS client and server know. */
export const TLS_SUITES = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
];
