import type { Finding, Note, Policy, SurveyedTarget, SurveyRun } from '../model.js';
import { expectedButClosed } from './expect.js';
import { readyWaivers } from './waivers.js';

interface Context {
  readonly run: SurveyRun;
  readonly targets: readonly SurveyedTarget[];
}

/**
 * Gives findings the owner's severities and waiver labels; hides none. The notes say what the owner must know about the
 * policy. The day that decides about waivers is the day of the survey.
 */
export function applyPolicy(
  findings: readonly Finding[],
  policy: Policy | undefined,
  { run, targets }: Context,
): { readonly findings: readonly Finding[]; readonly notes: readonly Note[] } {
  if (!policy) return { findings, notes: [] };
  const waivers = readyWaivers(policy.waivers, new Date(run.startedAt));
  const labelled = findings.map((finding): Finding => {
    const severity = Object.hasOwn(policy.severities, finding.check) ? policy.severities[finding.check]! : finding.severity;
    const waiver = waivers.markOf(finding);
    return severity === finding.severity && waiver === null ? finding : { ...finding, severity, waiver };
  });
  return { findings: labelled, notes: [...waivers.notes(targets), ...expectedButClosed(policy, targets, run)] };
}
