import { UsageError } from '../errors.js';
import { type AddressRange, parseAddress, parseBlock, parseRange } from './address.js';

/** What one word of the command line means, before any name is resolved. */
export type TargetSpec =
  | { readonly kind: 'addresses'; readonly text: string; readonly range: AddressRange; readonly fromBlock: boolean; readonly port?: number }
  | { readonly kind: 'name'; readonly text: string; readonly name: string; readonly port?: number };

const FORMS = 'an address, a name, a block (10.0.0.0/24), a range (10.0.0.1-20), host:port, a URL, @file, - or local';

/** An address, name, block, range, `host:port` or URL. Throws a UsageError that names the text. */
export function parseTarget(text: string): TargetSpec {
  if (text.includes('://')) return parseUrl(text);
  const range = text.includes('/') ? parseBlock(text) : text.includes('-') ? parseRange(text) : undefined;
  if (range) return { kind: 'addresses', text, range, fromBlock: true };
  if (text.includes('/')) throw new UsageError(`target "${text}": not a block; write it as 10.0.0.0/24 or fd00::/120`);
  if (/^\d+\.\d+\.\d+\.\d+-/.test(text)) throw new UsageError(`target "${text}": not a range; write it as 10.0.0.1-20, lower end first`);
  const { host, port } = splitPort(text);
  return parseHost(text, host, port);
}

function parseHost(text: string, host: string, port: number | undefined): TargetSpec {
  const range = parseAddress(host);
  if (range) return { kind: 'addresses', text, range, fromBlock: false, port };
  if (host.includes(':')) throw new UsageError(`target "${text}": not an IPv6 address`);
  // A name never ends in a number: 127.1, 0x7f.1, 2130706433 and 300.1.1.1 are mistyped addresses (URL Standard, "ends in a number").
  const lastLabel = host.replace(/\.$/, '').split('.').at(-1) ?? '';
  if (/^(\d+|0x[0-9a-f]*)$/i.test(lastLabel)) {
    throw new UsageError(`target "${text}": not an IPv4 address; write four numbers from 0 to 255 without leading zeros`);
  }
  // RFC 1123 section 2.1; the underscore is common in local names.
  if (!/^(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.?$/i.test(host)) {
    throw new UsageError(`target "${text}": not understood; write ${FORMS}`);
  }
  return { kind: 'name', text, name: host.replace(/\.$/, '').toLowerCase(), port };
}

function splitPort(text: string): { host: string; port?: number } {
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
  if (bracketed) return { host: bracketed[1]!, port: bracketed[2] === undefined ? undefined : parsePort(text, bracketed[2]) };
  const parts = text.split(':');
  return parts.length === 2 ? { host: parts[0]!, port: parsePort(text, parts[1]!) } : { host: text };
}

function parsePort(text: string, digits: string): number {
  const port = Number(digits);
  if (!/^\d{1,5}$/.test(digits) || port < 1 || port > 65_535)
    throw new UsageError(`target "${text}": port "${digits}" is not from 1 to 65535`);
  return port;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'ws:': 80,
  'wss:': 443,
  'ssh:': 22,
  'mqtt:': 1883,
  'mqtts:': 8883,
  'smb:': 445,
};

function parseUrl(text: string): TargetSpec {
  const [, scheme = '', authority = ''] = /^([a-z][a-z0-9+.-]*:)\/\/([^/?#]*)/i.exec(text) ?? [];
  const known = DEFAULT_PORTS[scheme.toLowerCase()];
  if (known === undefined) throw new UsageError(`target "${text}": scheme must be one of ${Object.keys(DEFAULT_PORTS).join(' ')}`);
  if (authority.includes('@')) throw new UsageError('target URL: leave user name and password out; secrets never come by argument');
  const { host, port } = splitPort(authority);
  return parseHost(text, host, port ?? known);
}
