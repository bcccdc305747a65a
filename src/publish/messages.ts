import type { Finding, Report, ReportedTarget } from '../model.js';
import { gateOf, type GateOptions } from '../policy.js';
import { printable } from '../reports/printable.js';
import { SEVERITIES } from '../severity.js';
import { deviceIds } from './device-ids.js';
import { discoveryOf } from './discovery.js';
import { type Message, topicsOf } from './topics.js';

/** Everything that Home Assistant is told about one target. */
export interface Device {
  readonly id: string;
  /** False for an address out of a block where nobody answers: a device only if it was one before. */
  readonly isHost: boolean;
  readonly discovery: readonly Message[];
  readonly state: readonly Message[];
}

/** Home Assistant refuses longer states. */
const MAX_STATE_LENGTH = 255;

/** One device a target. A target that could not be looked at is unavailable; what was known of it stays as it was. */
export function devicesOf(report: Report, gate: GateOptions): readonly Device[] {
  const ids = deviceIds(report.targets);
  const findings = findingsByHost(report.findings);
  return report.targets.map((target, index): Device => {
    const id = ids[index]!;
    const { state, availability } = topicsOf(id);
    const reached = target.state === 'examined' || target.state === 'partial';
    const known = stateOf(report, target, findings.get(`${target.name} ${target.address}`) ?? [], gate);
    return {
      id,
      isHost: reached || !target.fromBlock,
      discovery: discoveryOf(target, id, report.tool),
      state: [
        ...(reached ? [{ topic: state, payload: JSON.stringify(known) }] : []),
        { topic: availability, payload: reached ? 'online' : 'offline' },
      ],
    };
  });
}

function findingsByHost(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const host = `${finding.target} ${finding.address}`;
    const group = groups.get(host);
    if (group) group.push(finding);
    else groups.set(host, [finding]);
  }
  return groups;
}

function stateOf({ run }: Report, target: ReportedTarget, findings: readonly Finding[], gate: GateOptions) {
  const failing = findings.filter(({ outcome, waiver }) => outcome === 'fail' && waiver === null);
  const counts = Object.fromEntries(
    SEVERITIES.map((severity) => [severity, failing.filter((finding) => finding.severity === severity).length]),
  );
  // Findings come worst first.
  const [worst] = failing;
  return {
    problem: PROBLEM[gateOf({ findings, targets: [target], run }, gate).result],
    ...counts,
    open_ports: target.open.length,
    ports: target.open.map(({ port }) => port),
    last_audit: run.finishedAt,
    worst: worst ? wordsOn(worst) : 'none',
    worst_finding: worst
      ? {
          check: worst.check,
          severity: worst.severity,
          port: worst.port ?? null,
          because: printable(worst.because),
          to_do: printable(worst.remediation),
        }
      : {},
  };
}

/** `None` is how Home Assistant spells "unknown": not everything that counts could be looked at. */
const PROBLEM = { closed: 'ON', open: 'OFF', undecided: 'None' } as const;

function wordsOn({ severity, check, port, because }: Finding): string {
  return printable(`${severity}: ${check}${port === undefined ? '' : ` on port ${port}`}: ${because}`, MAX_STATE_LENGTH);
}
