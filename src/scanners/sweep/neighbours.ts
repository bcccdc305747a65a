import { readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { networkInterfaces } from 'node:os';

const ASSUMED_TABLE = 1_024;
/** An address that nobody has stays in the table for three seconds (three tries, RFC 4861 §10 and Linux for ARP alike). */
const SHARE_A_SECOND = 0.2;
const SHARE_AT_ONCE = 0.35;

/**
 * The kernel keeps a small table of neighbours, those that are not there included. When it is full it drops packets
 * without a word, and a host that is there looks silent: so a block on our own link is met at a pace that fits it.
 */
export function neighbourPace(table = tableSize()): { readonly rate: number; readonly atOnce: number } {
  return { rate: SHARE_A_SECOND * table, atOnce: Math.floor(SHARE_AT_ONCE * table) };
}

/** Tells addresses on a link of this machine from those behind a router. */
export function neighbourhood(): (address: string) => boolean {
  const links = new BlockList();
  links.addSubnet('fe80::', 10, 'ipv6');
  for (const { cidr, internal, family } of Object.values(networkInterfaces()).flatMap((own) => own ?? [])) {
    const [address, prefix] = cidr?.split('/') ?? [];
    if (address && prefix && !internal) links.addSubnet(address, Number(prefix), family === 'IPv6' ? 'ipv6' : 'ipv4');
  }
  return (address) => links.check(address.split('%')[0]!, address.includes(':') ? 'ipv6' : 'ipv4');
}

function tableSize(): number {
  try {
    return Number(readFileSync('/proc/sys/net/ipv4/neigh/default/gc_thresh3', 'utf8')) || ASSUMED_TABLE;
  } catch {
    // Not Linux: as small as Linux's, for all we know.
    return ASSUMED_TABLE;
  }
}
