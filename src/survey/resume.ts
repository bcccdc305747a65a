import { UsageError } from '../errors.js';
import type { Survey, SurveyedTarget } from '../model.js';
import type { TargetPlan } from '../targets.js';

const isDone = ({ state }: SurveyedTarget) => state === 'examined' || state === 'down';

/** What an interrupted run left to do: hosts that it did not examine to the end. Throws a UsageError where it asked something else. */
export function remaining(plan: TargetPlan, earlier: Pick<Survey, 'run' | 'targets'>, ports: string, file: string): TargetPlan {
  if (earlier.run.ports !== ports) {
    throw new UsageError(`--resume "${file}": that audit swept "${earlier.run.ports}", this one "${ports}"; give the same --ports`);
  }
  const done = new Set(earlier.targets.filter(isDone).map(({ address }) => address));
  return { ...plan, targets: plan.targets.filter(({ address }) => !done.has(address)) };
}

/** The hosts that an interrupted run examined to the end, as if it had been asked for no others. */
export function finishedPart(earlier: Survey): Survey {
  const targets = earlier.targets.filter(isDone);
  const done = new Set(targets.map(({ name, address }) => `${name} ${address}`));
  return {
    ...earlier,
    run: { ...earlier.run, incomplete: false },
    targets,
    services: earlier.services.filter(({ target, address }) => done.has(`${target} ${address}`)),
  };
}
