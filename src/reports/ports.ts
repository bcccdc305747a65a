import type { Finding, ReportedService, Severity } from '../model.js';
import { printable } from './printable.js';
import { type Host, isFailure } from './shown.js';

/** What every reporter says of one open port. */
export interface OpenPort {
  readonly port: number;
  readonly reason: string;
  /** `ssh`, `http in tls`, `mqtt over http`, or `not recognised`. */
  readonly speaks: string;
  readonly product: string;
  readonly version: string;
  readonly role: string;
  /** The worst unwaived failure on it. */
  readonly worst: Severity | undefined;
}

const FIRST_BYTES_LIMIT = 60;

/** The open ports of a host, ascending, each with the service on its highest floor. */
export function openPortsOf({ target, services, findings }: Host): OpenPort[] {
  // Findings come worst first.
  const worst = new Map<number, Finding>();
  for (const finding of findings) {
    if (isFailure(finding) && finding.port !== undefined && !worst.has(finding.port)) worst.set(finding.port, finding);
  }
  return target.open.map(({ port, reason }) => {
    const floors = services.filter((service) => service.port === port);
    const top = topFloor(floors);
    return {
      port,
      reason: printable(reason),
      speaks: top ? speechOf(top) : 'not asked',
      product: printable(top?.product || firstBytesOf(floors)),
      version: printable(top?.version ?? ''),
      role: printable(top?.role ?? ''),
      worst: worst.get(port)?.severity,
    };
  });
}

/** The service that stands on the others: the product in HTTP in TLS, say. */
export function topFloor(floors: readonly ReportedService[]): ReportedService | undefined {
  return floors.findLast(({ protocol }) => protocol !== 'tls' && protocol !== 'unknown') ?? floors[0];
}

function speechOf({ protocol, tls, over }: ReportedService): string {
  if (protocol === 'unknown') return tls ? 'not recognised, in tls' : 'not recognised';
  return `${protocol}${over ? ` over ${over}` : ''}${tls ? ' in tls' : ''}`;
}

/** A service that nobody recognised keeps what it said. */
function firstBytesOf(floors: readonly ReportedService[]): string {
  for (const { facts } of floors) {
    const bytes = facts['port.first-bytes'];
    if (bytes?.ok && bytes.value.text) return `"${printable(bytes.value.text, FIRST_BYTES_LIMIT)}"`;
  }
  return '';
}
