import { isIP } from 'node:net';

export interface Network {
  readonly family: 4 | 6;
  readonly prefix: number;
}

const BITS = { 4: 32, 6: 128 } as const;

/** Family and prefix length of a network as Python's `ip_network` reads it; undefined where it refuses, host bits included. */
export function parseNetwork(text: string): Network | undefined {
  const [address = '', mask, ...more] = text.split('/');
  const family = isIP(address);
  if (more.length > 0 || (family !== 4 && family !== 6)) return undefined;
  const bits = BITS[family];
  const prefix = mask === undefined ? bits : prefixOf(mask, family);
  if (prefix === undefined || prefix > bits) return undefined;
  const value = family === 4 ? valueOf4(address) : valueOf6(address);
  const hostBits = (1n << BigInt(bits - prefix)) - 1n;
  return (value & hostBits) === 0n ? { family, prefix } : undefined;
}

function prefixOf(mask: string, family: 4 | 6): number | undefined {
  if (/^[0-9]{1,3}$/.test(mask)) return Number(mask);
  if (family === 6 || isIP(mask) !== 4) return undefined;
  const ones = /^(1*)0*$/.exec(valueOf4(mask).toString(2).padStart(BITS[4], '0'));
  return ones?.[1]?.length;
}

const valueOf4 = (address: string): bigint => address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);

function valueOf6(address: string): bigint {
  const hex = address.replace(/%.*$/, '').replace(/[0-9]+(?:\.[0-9]+){3}$/, (v4) => {
    const value = valueOf4(v4);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
  const [head = '', tail] = hex.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
