import { isIP, isIPv6 } from 'node:net';

import type { HostSweep, SweepRequest, SweepResult } from '../sweep/index.js';
import type { NmapHost } from './read-xml.js';
import { runNmap } from './connect-scan.js';

/** Named hosts are scanned even where they ignore nmap's ping; of a whole block only those that answer it. */
const HOSTS_WITHOUT_PING = 4;

/** Asks nmap what `sweep` asks: the same request, the same result. Throws a `UsageError` where nmap is not installed. */
export async function sweepWithNmap(request: SweepRequest): Promise<SweepResult> {
  const addresses = [...request.addresses];
  const stranger = addresses.find((address) => isIP(address.split('%')[0]!) === 0);
  // nmap would take a name to a resolver of its own, and an option for an option.
  if (stranger !== undefined) throw new Error(`not an address: ${stranger}`);
  const found = new Map<string, HostSweep>();
  const notes: string[] = [];
  for (const family of [addresses.filter((address) => !isIPv6(address)), addresses.filter((address) => isIPv6(address))]) {
    if (family.length === 0 || request.ports.length === 0 || request.signal.aborted) continue;
    const failure = await scanFamily(family, request, (host) => {
      found.set(host.address, host);
      request.onHost?.(host);
      for (const { port } of host.open) request.onOpen?.(host.address, port);
      request.onProgress?.(progressOf(found, addresses.length * request.ports.length, request.ports.length));
    });
    if (failure) notes.push(failure);
  }
  const because = request.signal.aborted ? 'interrupted' : notes[0];
  return { hosts: addresses.map((address) => found.get(address) ?? missing(address, request, because)), notes };
}

/** Scans addresses of one family; says what went wrong, if anything did. */
async function scanFamily(
  addresses: readonly string[],
  request: SweepRequest,
  onHost: (host: HostSweep) => void,
): Promise<string | undefined> {
  // nmap prints link-local addresses without their zone.
  const waiting = new Map<string, string[]>();
  for (const address of addresses) {
    const key = address.split('%')[0]!;
    waiting.set(key, [...(waiting.get(key) ?? []), address]);
  }
  return runNmap(argumentsFor(addresses, request), addresses, request.signal, (host) => {
    const address = waiting.get(host.address)?.shift();
    if (address !== undefined) onHost(toHostSweep(address, host));
  });
}

function argumentsFor(addresses: readonly string[], { ports, rate, hostRate }: SweepRequest): readonly string[] {
  return [
    ...['-sT', '-n', '-iL', '-', '-p', asRanges(ports)],
    ...(isIPv6(addresses[0]!) ? ['-6'] : []),
    ...(addresses.length <= HOSTS_WITHOUT_PING ? ['-Pn'] : []),
    ...(rate !== undefined && rate !== Infinity ? ['--max-rate', String(rate)] : []),
    ...(hostRate !== undefined && hostRate !== Infinity ? ['--scan-delay', `${Math.ceil(1_000 / hostRate)}ms`] : []),
  ];
}

/** `[22, 80, 81, 82]` as `22,80-82`. */
function asRanges(ports: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const port of [...ports].sort((a, b) => a - b)) {
    const range = ranges.at(-1);
    if (range && port <= range[1] + 1) range[1] = port;
    else ranges.push([port, port]);
  }
  return ranges.map(([first, last]) => (first === last ? first : `${first}-${last}`)).join(',');
}

function toHostSweep(address: string, host: NmapHost): HostSweep {
  return { ...host, address, answered: host.open.length + host.closed > 0, complete: true, notes: [] };
}

/** A host of which nmap says nothing: it was not there, or nmap did not come so far. */
function missing(address: string, { ports }: SweepRequest, because: string | undefined): HostSweep {
  const complete = because === undefined;
  const notes = ports.length === 0 ? [] : [because ?? 'nmap found nobody at this address'];
  return { address, answered: false, open: [], closed: 0, filtered: 0, reasons: {}, complete, notes };
}

function progressOf(found: ReadonlyMap<string, HostSweep>, total: number, portsEach: number) {
  const open = [...found.values()].reduce((sum, host) => sum + host.open.length, 0);
  return { done: found.size * portsEach, total, open };
}
