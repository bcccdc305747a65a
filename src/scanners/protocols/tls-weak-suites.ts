import { weaknessOf } from '../../knowledge/tls-cipher-kinds.js';
import { CIPHER_SUITES } from '../../knowledge/tls-ciphers.js';
import type { Facts } from '../../model.js';
import { type Dial, observe, ProbeError } from '../scanner.js';
import type { Version } from '../wire/tls.js';
import { ask, type Flight } from './tls-ask.js';
import { FINITE_FIELD, WEAK } from './tls-offers.js';

/** More kinds than there are, and a bound for a server that makes them up. */
const OFFERS_MAX = 14;

/**
 * Offers nothing but weak suites, version by version, until none is taken. A kind that was taken once, perhaps among
 * `known`, is not offered again: one suite of it is enough to know.
 */
export async function seekWeakSuites(
  dial: Dial,
  versions: readonly Version[],
  known: Facts['tls.ciphers']['accepted'],
): Promise<{ accepted: Facts['tls.ciphers']['accepted']; weakSought: Version[] }> {
  const accepted: { version: string; name: string }[] = [];
  const weakSought: Version[] = [];
  const found = new Set<string | undefined>(known.map(({ name }) => weaknessOf(name)?.kind));
  let offers = 0;
  for (const version of versions) {
    for (let more = true; more;) {
      const offer = WEAK.filter(({ kind }) => !found.has(kind));
      const answer =
        offer.length && offers++ < OFFERS_MAX
          ? await observe(() =>
              ask(
                dial,
                [version],
                offer.map(({ code }) => code),
              ),
            )
          : undefined;
      const hello = answer?.ok && answer.value.kind === 'hello' ? answer.value.hello : undefined;
      const taken = offer.find(({ code }) => code === hello?.suite);
      if (taken) {
        found.add(taken.kind);
        accepted.push({ version, name: CIPHER_SUITES.get(taken.code)! });
      }
      // Silence is no refusal, and neither is a suite that was not on offer.
      const refused = answer && (answer.ok ? answer.value.kind === 'alert' : answer.failure.kind === 'reset');
      if (offer.length === 0 || refused) weakSought.push(version);
      more = taken !== undefined;
    }
  }
  return { accepted, weakSought };
}

/** The size of the group that the server uses for DHE, null where it takes no DHE suite. `flight` may know already. */
export async function seekFiniteField(dial: Dial, version: Version, flight: Flight): Promise<Facts['tls.dhe']> {
  if (flight.dhBits !== null) return { bits: flight.dhBits };
  const answer = await ask(dial, [version], FINITE_FIELD);
  if (answer.kind === 'alert') return { bits: null };
  if (answer.flight.dhBits === null) throw new ProbeError('protocol', 'a DHE suite without a ServerKeyExchange');
  return { bits: answer.flight.dhBits };
}
