import type { Finding } from '../model.js';

/** When the two runs began, ISO 8601. */
interface Times {
  readonly before: string;
  readonly now: string;
}

/** A finding with its mark and, where it fails, the day it was first seen; what passes needs neither. */
export function marked(finding: Finding, earlier: Finding | undefined, { before, now }: Times): Finding {
  if (finding.outcome !== 'fail' && finding.outcome !== 'unknown') return finding;
  const known = earlier?.outcome === 'fail' || earlier?.outcome === 'unknown' ? earlier : undefined;
  if (finding.outcome === 'unknown')
    return { ...finding, baseline: !known ? 'new' : known.outcome === 'unknown' ? 'unchanged' : 'changed' };
  if (known?.outcome !== 'fail') return { ...finding, baseline: 'new', firstSeen: now };
  const baseline = saysTheSame(known, finding) ? 'unchanged' : 'changed';
  return { ...finding, baseline, firstSeen: known.firstSeen ?? before };
}

/** Numbers do not count: "expires in 12 days" is no news the day after. */
function saysTheSame(before: Finding, now: Finding): boolean {
  const words = (text: string) => text.replace(/\d+/g, '#');
  return before.severity === now.severity && words(before.because) === words(now.because);
}
