import type { HostOutcome } from './host-look.js';
import type { HostSweep, OpenPort } from './request.js';

/** So many open ports are no services: something answers for all of them. */
const TOO_MANY_OPEN = 1_000;
const NO_OPEN_PORTS: readonly OpenPort[] = [];
const NO_NOTES: readonly string[] = [];
/** The same few counts come back for nearly all hosts of a block: kept once. */
const seenReasons = new Map<string, Readonly<Record<string, number>>>();
const SEEN_AT_MOST = 256;

/** Joins what the threads learnt about the parts of one host. */
export function mergeParts(address: string, parts: readonly HostOutcome[]): HostSweep {
  const open = parts.flatMap((part) => part.open).sort((a, b) => a - b);
  const reasons: Record<string, number> = {};
  for (const part of parts) for (const [reason, count] of Object.entries(part.reasons)) reasons[reason] = (reasons[reason] ?? 0) + count;
  const closed = reasons['conn-refused'] ?? 0;
  const filtered = Object.values(reasons).reduce((sum, count) => sum + count, 0) - closed;
  const times = parts.flatMap(({ rttMs }) => rttMs ?? []);
  const notes = new Set(parts.flatMap((part) => part.notes));
  if (open.length >= TOO_MANY_OPEN && open.length > 9 * (closed + filtered)) {
    notes.add(`${open.length} ports are open: something in front of the host answers for all of them (a SYN proxy, portspoof)`);
  }
  return {
    address,
    answered: parts.some((part) => part.answered),
    open: open.length > 0 ? open.map((port) => ({ port, reason: 'syn-ack' })) : NO_OPEN_PORTS,
    closed,
    filtered,
    reasons: keptOnce(reasons),
    ...(times.length > 0 ? { rttMs: Math.min(...times) } : {}),
    complete: parts.every(({ whole }) => whole),
    notes: notes.size > 0 ? [...notes] : NO_NOTES,
  };
}

function keptOnce(reasons: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const key = Object.entries(reasons).join();
  const seen = seenReasons.get(key);
  if (seen) return seen;
  if (seenReasons.size >= SEEN_AT_MOST) seenReasons.clear();
  seenReasons.set(key, reasons);
  return reasons;
}
