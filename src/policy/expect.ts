import type { Note, Policy, SurveyedTarget, SurveyRun, Target } from '../model.js';
import { coverageOf } from '../coverage.js';
import { targetMatcher } from './target-matcher.js';

type Expectations = readonly { readonly matches: (target: Target) => boolean; readonly ports: readonly number[] }[];
const compiled = new WeakMap<Policy, Expectations>();

/** The ports that the owner means this target to have open; undefined where the policy says nothing about it. Several entries join. */
export function expectedPorts(policy: Policy | undefined, target: Target): ReadonlySet<number> | undefined {
  if (!policy) return undefined;
  let expectations = compiled.get(policy);
  if (!expectations) {
    expectations = policy.expect.map((entry) => ({ matches: targetMatcher(entry.target), ports: entry.ports }));
    compiled.set(policy, expectations);
  }
  const entries = expectations.filter(({ matches }) => matches(target));
  return entries.length === 0 ? undefined : new Set(entries.flatMap(({ ports }) => ports));
}

/** A note for each host where something that should answer did not. */
export function expectedButClosed(policy: Policy, targets: readonly SurveyedTarget[], run: SurveyRun): readonly Note[] {
  if (policy.expect.length === 0) return [];
  return targets.flatMap((target): readonly Note[] => {
    const expected = expectedPorts(policy, target);
    if (!expected) return [];
    const wasSwept = coverageOf(run, target);
    const open = new Set(target.open.map(({ port }) => port));
    const closed = [...expected].filter((port) => !open.has(port) && wasSwept(port)).sort((a, b) => a - b);
    if (closed.length === 0) return [];
    const text = `expected and not open: ${closed.length === 1 ? 'port' : 'ports'} ${closed.join(', ')}`;
    return [{ kind: 'warning', text, target: target.name }];
  });
}
