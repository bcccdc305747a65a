import type { Observation } from './subject.js';

/** The value of an observation, where there is one. */
export function valueOf<T>(observation: Observation<T> | undefined): T | undefined {
  return observation?.ok ? observation.value : undefined;
}
