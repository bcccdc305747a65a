import type { Finding, Summary } from '../model.js';

/** Waived failures are counted as waived and nowhere else. */
export function summarise(findings: readonly Finding[]): Summary {
  const fail = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  const counts = { pass: 0, unknown: 0, notApplicable: 0, waived: 0 };
  for (const { outcome, severity, waiver } of findings) {
    if (outcome === 'fail' && waiver) counts.waived++;
    else if (outcome === 'fail') fail[severity]++;
    else if (outcome === 'not-applicable') counts.notApplicable++;
    else counts[outcome]++;
  }
  return { fail, ...counts };
}
