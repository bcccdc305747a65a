import { UsageError } from '../errors.js';
import type { Survey } from '../model.js';
import type { TargetPlan } from '../targets.js';

/** What an interrupted run left to do: hosts that it did not examine to the end. Throws a UsageError where it asked something else. */
export function remaining(plan: TargetPlan, earlier: Pick<Survey, 'run' | 'targets'>, ports: string, file: string): TargetPlan {
  if (earlier.run.ports !== ports) {
    throw new UsageError(`--resume "${file}": that audit swept "${earlier.run.ports}", this one "${ports}"; give the same --ports`);
  }
  const done = new Set(earlier.targets.filter(({ state }) => state === 'examined' || state === 'down').map(({ address }) => address));
  return { ...plan, targets: plan.targets.filter(({ address }) => !done.has(address)) };
}
