import type { Observation, Subject, Verdict } from '../model.js';
import { notApplicable, unknown } from './check.js';

/** A verdict on the TLS that a webhook is spoken to in. */
export function judgeTls<T>({ tls }: Subject, seen: Observation<T> | undefined, judge: (value: T) => Verdict): Verdict {
  if (!tls) return notApplicable('it is spoken to without TLS');
  if (!seen) return unknown('its TLS was not looked at');
  return seen.ok ? judge(seen.value) : unknown(`its TLS could not be seen: ${seen.failure.detail}`);
}
