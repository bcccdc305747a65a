import type { Finding, Gate, ReportedTarget, Summary } from '../model.js';
import { printable } from './printable.js';
import { SEVERITIES } from '../severity.js';

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

/** `1883/tcp`, or `the host` for what concerns no single port. */
export const placeOf = ({ port }: Pick<Finding, 'port'>): string => (port === undefined ? 'the host' : `${port}/tcp`);

/** `hassio.lan (192.168.0.215)`, without repeating an address that was given as such. */
export function nameOf({ name, address }: Pick<ReportedTarget, 'name' | 'address'>): string {
  return address === '' || name === address ? printable(name) : `${printable(name)} (${printable(address)})`;
}

/** One sentence for the gate. */
export const verdictOf = (gate: Gate): string => `The gate is ${gate.result}: ${reasonOf(gate)}`;

/** Why the gate is as it is, as a clause. */
export function reasonOf({ result, failOn }: Gate): string {
  const what = failOn === 'new' ? 'new findings' : `findings at ${failOn} or above`;
  switch (result) {
    case 'closed':
      return what;
    case 'undecided':
      return 'not everything could be looked at';
    case 'open':
      return failOn === 'none' ? 'nothing closes it' : `no ${what}`;
  }
}

/** `6 of 65,535 ports open, 65,529 closed, 9100 left out`. */
export function portCountsOf({ ports: { swept, open, closed, filtered }, spared = [] }: ReportedTarget): string {
  return [
    `${thousands(open)} of ${count(swept, 'port')} open`,
    ...(closed > 0 ? [`${thousands(closed)} closed`] : []),
    ...(filtered > 0 ? [`${thousands(filtered)} silent`] : []),
    ...(spared.length > 0 ? [`${spared.join(', ')} left out`] : []),
  ].join(', ');
}

/** `1 critical, 2 high · 1 waived · 3 could not be judged · 12 passed`. */
export function countsOf({ fail, waived, unknown, pass }: Summary): string {
  const fails = SEVERITIES.filter((severity) => fail[severity] > 0).map((severity) => `${thousands(fail[severity])} ${severity}`);
  return [
    fails.length > 0 ? fails.join(', ') : 'No findings',
    ...(waived > 0 ? [`${thousands(waived)} waived`] : []),
    ...(unknown > 0 ? [`${thousands(unknown)} could not be judged`] : []),
    ...(pass > 0 ? [`${thousands(pass)} passed`] : []),
  ].join(' · ');
}

/** `12 checks hold, 3 do not apply`; empty where there is neither. */
export function passesOf(findings: readonly Finding[]): string {
  const passes = findings.filter(({ outcome }) => outcome === 'pass').length;
  const others = findings.filter(({ outcome }) => outcome === 'not-applicable').length;
  return [
    ...(passes > 0 ? [count(passes, 'check holds', 'checks hold')] : []),
    ...(others > 0 ? [count(others, 'does not apply', 'do not apply')] : []),
  ].join(', ');
}
