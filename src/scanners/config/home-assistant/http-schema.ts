import type { Facts } from '../../../model.js';
import { type Network, parseNetwork } from '../network.js';
import { boundedItemsOf, entriesOf, textOf, type YamlNode } from '../yaml.js';
import type { Refusal } from './load.js';
import { atLeast } from './version.js';

export type HttpFact = Facts['home-assistant.config-http'];
export type HttpSettings = Omit<HttpFact, 'origin' | 'version' | 'certain'>;

/** Thrown where Home Assistant refuses a value, and with it the whole block (core: http/__init__.py, helpers/config_validation.py). */
class Refused extends Error {}
type Read<T> = (node: YamlNode) => T;

const MAX_TEXT = 200;
const TRUE = ['1', 'true', 'yes', 'on', 'enable'];
const FALSE = ['0', 'false', 'no', 'off', 'disable'];

const boolean: Read<boolean> = ({ value }) => {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  const text = typeof value === 'string' ? value.toLowerCase().trim() : '';
  if (TRUE.includes(text)) return true;
  if (FALSE.includes(text)) return false;
  throw new Refused('is not a boolean');
};
const integer: Read<number> = ({ value }) => {
  const number =
    typeof value === 'number'
      ? Math.trunc(value)
      : typeof value === 'string' && /^\s*[-+]?[0-9]+\s*$/.test(value)
        ? Number(value)
        : undefined;
  if (number === undefined) throw new Refused('is not a number');
  return number;
};
const port: Read<number> = (node) => {
  const number = integer(node);
  if (number < 1 || number > 65535) throw new Refused('is not a port');
  return number;
};
const threshold: Read<number> = (node) => {
  const number = integer(node);
  if (number < -1) throw new Refused('is below -1');
  return number;
};
const string: Read<string> = (node) => {
  const text = textOf(node);
  if (text === undefined) throw new Refused('is not a text');
  return text;
};
const strings: Read<string[]> = (node) => boundedItemsOf(node).map((item) => string(item).slice(0, MAX_TEXT));
const oneOf =
  (...allowed: readonly string[]): Read<string> =>
  (node) => {
    const text = string(node);
    if (!allowed.includes(text)) throw new Refused(`is none of ${allowed.join(', ')}`);
    return text;
  };
const isSet: Read<boolean> = (node) => string(node) !== '';
/** A stored copy of version 1 has lost the prefix lengths, never the addresses. */
const networks: Read<(Network & { text: string; place: YamlNode['place'] })[]> = (node) =>
  boundedItemsOf(node).map((item) => {
    const text = string(item);
    const network = parseNetwork(text);
    if (!network) throw new Refused(`${text} is not a network (the address part must have no host bits)`);
    return { text, ...network, place: item.place };
  });

const KEYS = {
  serverHost: ['server_host', strings],
  serverPort: ['server_port', port],
  certificate: ['ssl_certificate', isSet],
  clientCertificates: ['ssl_peer_certificate', isSet],
  sslProfile: ['ssl_profile', oneOf('modern', 'intermediate', 'modern_v6', 'intermediate_v6')],
  corsAllowedOrigins: ['cors_allowed_origins', strings],
  useXForwardedFor: ['use_x_forwarded_for', boolean],
  trustedProxies: ['trusted_proxies', networks],
  loginAttemptsThreshold: ['login_attempts_threshold', threshold],
  ipBanEnabled: ['ip_ban_enabled', boolean],
  useXFrameOptions: ['use_x_frame_options', boolean],
} as const satisfies { readonly [Name in keyof HttpSettings]?: readonly [string, Read<unknown>] };

const ALSO_ALLOWED = ['ssl_key', 'base_url'];
/** Removed with the login of old (core pull request 27656). */
const LAST_WITH_PASSWORD = '0.101';
const ONLY_WITH_PASSWORD = ['api_password', 'trusted_networks', 'development'];
/** From then on the two proxy keys need each other. */
const FIRST_WITH_PROXY_PAIR = '2021.1';

/**
 * Reads an `http:` block, or the same keys of `.storage/http`: defaults where a key is missing, `refusal` where one is
 * not accepted. `elsewhere` says why keys that are missing here may still be set in a place that could not be read.
 */
export function readHttpBlock(
  block: YamlNode | undefined,
  version: string,
  elsewhere?: string,
): { readonly settings: HttpSettings; readonly refusal?: Refusal } {
  const given = new Map(entriesOf(block));
  const unknown = block?.unresolved ?? elsewhere;
  const old = version !== '' && !atLeast(version, LAST_WITH_PASSWORD);
  let refusal: Refusal | undefined;
  const refuse = (text: string, { place }: YamlNode): void => {
    refusal ??= { text, place };
  };
  const read = <T>(key: string, reader: Read<T>, otherwise: T | null) => {
    const node = given.get(key);
    if (node === undefined) return unknown === undefined ? { value: otherwise } : { value: null, place: block?.place, unresolved: unknown };
    if (node.unresolved !== undefined) return { value: null, place: node.place, unresolved: node.unresolved };
    try {
      return { value: reader(node), place: node.place };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refuse(`http: ${key} ${error.message}`, node);
      return { value: null, place: node.place, unresolved: `${key} ${error.message}` };
    }
  };
  if (block && block.unresolved === undefined && block.value !== null && !(block.value instanceof Map))
    refuse('http: is not a mapping', block);
  const allowed = [...Object.values(KEYS).map(([key]) => key), ...ALSO_ALLOWED, ...(old ? ONLY_WITH_PASSWORD : [])] as readonly string[];
  for (const [key, node] of given) if (!allowed.includes(key)) refuse(`http: ${key} is not a key of this release`, node);
  const proxyKeys = ['use_x_forwarded_for', 'trusted_proxies'].map((key) => given.get(key));
  if (atLeast(version, FIRST_WITH_PROXY_PAIR) && proxyKeys.some((node) => node === undefined)) {
    const alone = proxyKeys.find((node) => node !== undefined);
    if (alone) refuse('http: use_x_forwarded_for and trusted_proxies need each other', alone);
  }
  const password = given.get('api_password');
  const legacyNetworks = old ? read('trusted_networks', networks, []).value : [];
  const settings: HttpSettings = {
    serverHost: read(...KEYS.serverHost, null),
    serverPort: read(...KEYS.serverPort, null),
    certificate: read(...KEYS.certificate, false),
    clientCertificates: read(...KEYS.clientCertificates, false),
    sslProfile: read(...KEYS.sslProfile, null),
    corsAllowedOrigins: read(...KEYS.corsAllowedOrigins, null),
    useXForwardedFor: read(...KEYS.useXForwardedFor, false),
    trustedProxies: read(...KEYS.trustedProxies, []),
    loginAttemptsThreshold: read(...KEYS.loginAttemptsThreshold, -1),
    ipBanEnabled: read(...KEYS.ipBanEnabled, true),
    useXFrameOptions: read(...KEYS.useXFrameOptions, null),
    widthsKnown: true,
    apiPassword: {
      set: old && password !== undefined,
      ...(password ? { how: password.via ?? ('inline' as const), place: password.place } : {}),
    },
    trustedNetworks: legacyNetworks ?? [],
  };
  return { settings, refusal };
}

/** The keys of a block, for comparing it with what is in force. */
export const httpKeys = Object.entries(KEYS).map(([name, [key]]) => ({ name: name as keyof typeof KEYS, key }));
