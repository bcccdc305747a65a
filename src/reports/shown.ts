import type { Finding, Report, ReportedService, ReportedTarget, Severity } from '../model.js';
import { groupedBy } from './grouped.js';
import { atLeast, rankOf, SEVERITIES } from '../severity.js';
import { count } from './words.js';

/** The report without findings below the floor, and a note that says so. Counts and gate are left as they are. */
export function shownFrom(report: Report, minSeverity?: Severity): Report {
  if (minSeverity === undefined || minSeverity === 'info') return report;
  const isShown = ({ severity }: Finding): boolean => atLeast(severity, minSeverity);
  const findings = report.findings.filter(isShown);
  const hidden = report.findings.length - findings.length;
  if (hidden === 0) return report;
  const text = `${count(hidden, 'result')} below ${minSeverity} not shown (--min-severity); the counts and the gate cover them`;
  return {
    ...report,
    findings,
    ...(report.absent ? { absent: report.absent.filter(({ finding }) => isShown(finding)) } : {}),
    notes: [...report.notes, { kind: 'info', text }],
  };
}

/** A target with what belongs to it, in the order of the report. */
export interface Host {
  readonly target: ReportedTarget;
  readonly services: readonly ReportedService[];
  readonly findings: readonly Finding[];
}

/** Groups services and findings by target in one pass. */
export function hostsOf(report: Report): Host[] {
  const services = groupedBy(report.services, (service) => keyOf(service.target, service.address));
  const findings = groupedBy(report.findings, (finding) => keyOf(finding.target, finding.address));
  return report.targets.map((target) => {
    const key = keyOf(target.name, target.address);
    return { target, services: services.get(key) ?? [], findings: findings.get(key) ?? [] };
  });
}

/** Hosts of which there is something to say, worst first; and the targets that can be counted together. */
export function partedBySpeech(hosts: readonly Host[]): { readonly speaking: Host[]; readonly quiet: ReportedTarget[] } {
  const speaks = ({ target, findings }: Host): boolean =>
    target.open.length > 0 || findings.some(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
  const speaking = hosts.filter(speaks).map((host) => ({ host, rank: worstRankOf(host) }));
  // Array.sort is stable: equals stay in the order of the report.
  speaking.sort((a, b) => a.rank - b.rank);
  return { speaking: speaking.map(({ host }) => host), quiet: hosts.filter((host) => !speaks(host)).map(({ target }) => target) };
}

/** Findings come worst first. */
function worstRankOf({ findings }: Host): number {
  const worst = findings.find(isFailure);
  return worst ? rankOf(worst.severity) : SEVERITIES.length;
}

const keyOf = (name: string, address: string): string => `${name}\n${address}`;

export const isFailure = (finding: Finding): boolean => finding.outcome === 'fail' && finding.waiver === null;
/** A failure, or what nobody could judge, under a waiver: labelled, never hidden. */
export const isWaived = ({ outcome, waiver }: Finding): boolean => waiver !== null && (outcome === 'fail' || outcome === 'unknown');
/** What nobody could judge, and nobody has waived. */
export const isUnjudged = (finding: Finding): boolean => finding.outcome === 'unknown' && finding.waiver === null;
