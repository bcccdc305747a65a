import type { Check } from '../checks/check.js';
import { compareText } from '../order.js';
import { rankOf } from '../severity.js';
import type { Exhibit, Finding, Remediation, Subject, Verdict } from '../model.js';

const NO_EXHIBITS: readonly Exhibit[] = [];

interface Circumstances {
  readonly systems: readonly string[];
  readonly fingerprint: string;
}

/** What a verdict says once it is written down; waiver and baseline come later. One literal: every finding has the same shape. */
export function findingOf(check: Check, subject: Subject, verdict: Verdict, { systems, fingerprint }: Circumstances): Finding {
  const judged = verdict.outcome === 'pass' || verdict.outcome === 'fail' ? verdict : undefined;
  return {
    check: check.id,
    title: check.title,
    severity: judged?.severity ?? check.severity,
    confidence: judged?.confidence ?? 100,
    outcome: verdict.outcome,
    because: verdict.because,
    exhibits: verdict.exhibits ?? NO_EXHIBITS,
    target: subject.target.name,
    address: subject.target.address,
    port: subject.port,
    needs: verdict.outcome === 'unknown' ? missingLeave(check, subject) : undefined,
    remediation: judged?.remediation ?? remediationFor(check.remediation, systems),
    references: check.references,
    mapping: check.mapping,
    fingerprint,
    waiver: null,
    baseline: null,
  };
}

/** The flag that would have allowed the look that is missing: nobody asked for it, so nothing that was asked for is incomplete. */
function missingLeave({ requires, considers }: Check, { evidence }: Subject): Finding['needs'] {
  const failures = [...requires, ...considers].flatMap((name) => {
    const observation = evidence[name];
    return observation && !observation.ok ? [observation.failure] : [];
  });
  const needs = failures.map(({ kind, detail }) => kind === 'skipped' && /^needs --(active|intrusive)$/.exec(detail)?.[1]);
  // Another look that failed by itself leaves the question open all the same.
  const others = failures.filter(({ kind }) => kind !== 'skipped' && kind !== 'unsupported');
  const mode = needs.find((found) => found === 'active' || found === 'intrusive');
  return mode && others.length === 0 ? mode : undefined;
}

function remediationFor(remediation: Remediation, systems: readonly string[]): string {
  if (typeof remediation === 'string') return remediation;
  const system = systems.find((id) => remediation[id] !== undefined);
  return (system && remediation[system]) ?? remediation.default;
}

/** Severity, then target, address, port, check: worst first, and always in the same order. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    rankOf(a.severity) - rankOf(b.severity) ||
    compareText(a.target, b.target) ||
    compareText(a.address, b.address) ||
    (a.port ?? 0) - (b.port ?? 0) ||
    compareText(a.check, b.check) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}
