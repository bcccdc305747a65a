import ipaddr from 'ipaddr.js';

/** Consecutive addresses of one family, both ends included. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** IPv6 zone of a link-local address (`eth0`), empty otherwise. */
  readonly zone: string;
}

/** An address in its usual spelling (RFC 5952 for IPv6), or undefined where the text is none. IPv4 needs all four parts, no leading zeros. */
export function parseAddress(text: string): AddressRange | undefined {
  const [bare = '', zone = ''] = text.split('%');
  if (ipaddr.IPv4.isValidFourPartDecimal(bare) && !/(^|\.)0\d/.test(bare) && !zone) {
    return single(4, toBigInt(ipaddr.IPv4.parse(bare).toByteArray()), '');
  }
  if (!bare.includes(':') || !ipaddr.IPv6.isValid(bare)) return undefined;
  const address = ipaddr.IPv6.parse(bare);
  // ::ffff:192.0.2.1 is the IPv4 host, whatever it is written as.
  if (address.isIPv4MappedAddress()) return single(4, toBigInt(address.toIPv4Address().toByteArray()), '');
  return single(6, toBigInt(address.toByteArray()), zone);
}

/** The addresses of a CIDR block such as `10.0.0.0/24`, or undefined where the text is none. */
export function parseBlock(text: string): AddressRange | undefined {
  const [base = '', length = ''] = text.split('/');
  const address = parseAddress(base);
  if (!address || !/^\d{1,3}$/.test(length)) return undefined;
  const bits = address.family === 4 ? 32 : 128;
  if (Number(length) > bits) return undefined;
  const size = 1n << BigInt(bits - Number(length));
  const first = (address.first / size) * size;
  return { ...address, first, last: first + size - 1n };
}

/** `10.0.0.1-20` or `10.0.0.1-10.0.0.20`, or undefined where the text is none. */
export function parseRange(text: string): AddressRange | undefined {
  const [from = '', to = ''] = text.split('-');
  const first = parseAddress(from);
  if (!first || !to) return undefined;
  const last = first.family === 4 && /^\d{1,3}$/.test(to) ? parseAddress(from.replace(/\d+$/, to)) : parseAddress(to);
  if (!last || last.family !== first.family || last.first < first.first) return undefined;
  return { ...first, last: last.first };
}

/** Where an address stands. `unusable`: not the address of a host (unspecified, multicast, broadcast). */
export function placeOf(address: string): 'loopback' | 'private' | 'public' | 'unusable' {
  switch (ipaddr.process(address).range()) {
    case 'loopback':
      return 'loopback';
    case 'private':
    case 'linkLocal':
    case 'uniqueLocal':
      return 'private';
    case 'unspecified':
    case 'multicast':
    case 'broadcast':
      return 'unusable';
    default:
      return 'public';
  }
}

/** The n-th address of a family as text. */
export function formatAddress(family: 4 | 6, value: bigint, zone = ''): string {
  const count = family === 4 ? 4 : 16;
  const bytes = Array.from({ length: count }, (_, i) => Number((value >> BigInt(8 * (count - 1 - i))) & 0xffn));
  const text = family === 4 ? bytes.join('.') : new ipaddr.IPv6(bytes).toRFC5952String();
  return zone ? `${text}%${zone}` : text;
}

/** Whether `range` holds the address; a range without a zone holds it in every zone. */
export function holds(range: AddressRange, address: AddressRange): boolean {
  return (
    range.family === address.family &&
    range.first <= address.first &&
    address.last <= range.last &&
    (!range.zone || range.zone === address.zone)
  );
}

function single(family: 4 | 6, value: bigint, zone: string): AddressRange {
  return { family, first: value, last: value, zone };
}

function toBigInt(bytes: readonly number[]): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
