import type { Policy, Target } from '../model.js';
import { targetMatcher } from './target-matcher.js';

/** The ports that the owner means this target to have open; undefined where the policy says nothing about it. */
export function expectedPorts(policy: Policy | undefined, target: Target): ReadonlySet<number> | undefined {
  const entries = (policy?.expect ?? []).filter((entry) => targetMatcher(entry.target)(target));
  return entries.length === 0 ? undefined : new Set(entries.flatMap(({ ports }) => ports));
}
