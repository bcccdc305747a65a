import type { Finding } from '../model.js';
import { placeOf } from './words.js';

/** What could not be looked at for one reason. */
export interface Unjudged {
  readonly because: string;
  /** `ssh/terrapin on 22222/tcp` and the like, in the order of the report. */
  readonly findings: readonly Finding[];
}

/** Groups by reason: one silent port leaves many checks without an answer. */
export function byReason(findings: readonly Finding[]): Unjudged[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const reason = reasonOf(finding);
    groups.set(reason, [...(groups.get(reason) ?? []), finding]);
  }
  return [...groups].map(([because, members]) => ({ because, findings: members }));
}

// "ssh.algorithms could not be seen: no answer (timeout)" says for each fact what is said once: no answer.
const reasonOf = ({ because }: Finding): string => /^[a-z0-9.-]+ could not be seen: (.+)$/.exec(because)?.[1] ?? because;

/** `ssh/password-login, ssh/terrapin on 22222/tcp; mqtt/plaintext on 1883/tcp`. */
export function checksByPlace(findings: readonly Finding[]): string {
  const places = new Map<string, string[]>();
  for (const finding of findings) {
    const place = placeOf(finding);
    places.set(place, [...(places.get(place) ?? []), finding.check]);
  }
  return [...places].map(([place, checks]) => `${checks.join(', ')} on ${place}`).join('; ');
}
