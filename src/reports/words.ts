import type { Finding, Gate, ReportedTarget } from '../model.js';
import { printable } from './printable.js';

/** `65535` → `65,535`; the same on every machine, whatever its locale. */
export const thousands = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** `2 findings`, `1 finding`. */
export const count = (n: number, noun: string, plural = `${noun}s`): string => `${thousands(n)} ${n === 1 ? noun : plural}`;

/** `2026-11-21T08:00:03.120Z` → `2026-11-21 08:00 UTC`. */
export const when = (iso: string): string => `${printable(iso).slice(0, 16).replace('T', ' ')} UTC`;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/** `3.1 s`, `4 min 10 s`. */
export function duration(ms: number): string {
  if (ms < MINUTE_MS) return `${(ms / SECOND_MS).toFixed(1)} s`;
  return `${Math.floor(ms / MINUTE_MS)} min ${Math.floor((ms % MINUTE_MS) / SECOND_MS)} s`;
}

/** `1883/tcp`, or `host` for what concerns no single port. */
export const placeOf = ({ port }: Pick<Finding, 'port'>): string => (port === undefined ? 'host' : `${port}/tcp`);

/** `hassio.lan (192.168.0.215)`, without repeating an address that was given as such. */
export function nameOf({ name, address }: Pick<ReportedTarget, 'name' | 'address'>): string {
  return address === '' || name === address ? printable(name) : `${printable(name)} (${printable(address)})`;
}

/** One sentence for the gate. */
export function verdictOf(gate: Gate): string {
  const threshold = gate.failOn === 'new' ? 'nothing new' : `nothing at ${gate.failOn} or above`;
  switch (gate.result) {
    case 'closed':
      return 'The gate is closed';
    case 'undecided':
      return 'The gate is undecided: not everything could be looked at';
    case 'open':
      return gate.failOn === 'none' ? 'The gate is open: nothing closes it (--fail-on none)' : `The gate is open: ${threshold}`;
  }
}
