import { kindOf, weaknessOf } from '../../knowledge/tls-cipher-kinds.js';
import { CIPHER_SUITES } from '../../knowledge/tls-ciphers.js';
import type { Facts, Observation } from '../../model.js';
import { type Dial, observe } from '../scanner.js';
import type { Version } from '../wire/tls.js';
import { type Answer, insist, usesDhe } from './tls-ask.js';
import { BY_KIND } from './tls-offers.js';
import type { Taken } from './tls-versions.js';

/** More kinds than there are in all versions together, and a bound for a server that takes what was not on offer. */
const OFFERS_MAX = 26;

type Suites = Facts['tls.ciphers']['accepted'];
export interface Search {
  readonly accepted: Suites;
  readonly weakSought: readonly Version[];
  /** The group of Diffie-Hellman, null where no DHE suite was taken; undefined where that was not found out. */
  readonly dhBits: number | null | undefined;
}

/**
 * Finds one suite of each kind: in the newest version every kind, in the older ones the weak kinds that were not seen
 * yet. What was taken is not offered again, until nothing is taken: one connection for each kind, and one to end.
 */
export async function seekSuites(dial: Dial, { protocols, suites: known, flight }: Taken, patience: AbortSignal): Promise<Search> {
  const newestFirst = protocols.accepted.filter((version): version is Version => version !== 'TLSv1.3').reverse();
  const accepted: { version: string; name: string }[] = [];
  const weakSought: Version[] = [];
  const found = new Set(
    known.filter(({ version, name }) => version === newestFirst[0] || weaknessOf(name)).map(({ name }) => kindOf(name)),
  );
  let dhBits: Search['dhBits'] = flight?.dhBits ?? undefined;
  let offers = 0;
  for (const version of newestFirst) {
    const inNewest = version === newestFirst[0];
    for (let more = true; more;) {
      const offer = BY_KIND.filter(({ kind, weak }) => !found.has(kind) && (inNewest || weak));
      const suites = offer.map(({ code }) => code);
      const asks = offer.length > 0 && offers++ < OFFERS_MAX && !patience.aborted;
      const answer = asks ? await observe(() => insist(dial, { versions: [version], suites, flight: usesDhe })) : undefined;
      const hello = answer?.ok && answer.value.kind === 'hello' ? answer.value : undefined;
      const taken = offer.find(({ code }) => code === hello?.hello.suite);
      if (taken) {
        found.add(taken.kind);
        accepted.push({ version, name: CIPHER_SUITES.get(taken.code)! });
        if (taken.kind === 'DHE') dhBits = hello?.flight.dhBits ?? undefined;
      }
      const ended = offer.length === 0 || isRefusal(answer);
      if (ended) weakSought.push(version);
      if (ended && inNewest && !found.has('DHE')) dhBits = null;
      more = taken !== undefined;
    }
  }
  return { accepted, weakSought, dhBits };
}

/** Silence is no refusal, and neither is a suite that was not on offer. */
function isRefusal(answer: Observation<Answer> | undefined): boolean {
  if (!answer) return false;
  return answer.ok ? answer.value.kind === 'alert' : answer.failure.kind === 'reset';
}
