import { compareWithBaseline } from './baseline.js';
import type { Finding, Report } from './model.js';

/**
 * Whether a reader who knows the baseline learns anything: a finding that is new, different or gone, a port that opened or
 * closed, a host that came or went, a waiver that ran out, another exit code. Without a baseline everything is news.
 */
export function hasNews(report: Report, baseline: Report | undefined): boolean {
  if (!baseline) return true;
  const { findings, absent, hosts } = compareWithBaseline(report, baseline);
  return (
    report.gate.exitCode !== baseline.gate.exitCode ||
    hosts.length > 0 ||
    findings.some((finding) => finding.baseline === 'new' || finding.baseline === 'changed') ||
    absent.some(({ why }) => why === 'resolved') ||
    waivedIn(report.findings) !== waivedIn(baseline.findings)
  );
}

/** Waived findings, by what they are recognised by. */
const waivedIn = (findings: readonly Finding[]): string =>
  findings
    .flatMap(({ waiver, fingerprint }) => (waiver ? [fingerprint] : []))
    .sort()
    .join();
