import type { Facts, Observation, ProbeFailure, WireFactOf } from '../../model.js';
import { defineScanner, type Dial, failed, observe, valueOf } from '../scanner.js';
import { isRefusal } from '../wire/smb/frame.js';
import type { Negotiated } from '../wire/smb/smb2-negotiate.js';
import { allDialects, unlessHungUp } from './smb/dialects.js';
import { namesFact, negotiateFact, smb1NegotiateFact } from './smb/facts.js';
import { speaksSmb } from './smb/identify.js';
import { lookInside, type Visits } from './smb/inside.js';
import { askSecondClient } from './smb/second-opinion.js';
import { lookAtSmb1, lookInsideSmb1, type Smb1Look } from './smb/smb1-look.js';

type SmbFacts = { readonly [F in WireFactOf<'smb'>]: Observation<Facts[F]> };

/** SMB on any port: what it speaks, who it says it is, and what it lets people do who bring no password. */
export default defineScanner({
  protocol: 'smb',
  usualPorts: [445, 139],
  greeting: isRefusal,
  identify: speaksSmb,

  async gather(dial) {
    const inside = await observe(() => lookInside(dial));
    if (!inside.ok) return nothing(inside);
    if (!inside.value) return gatherSmb1(dial);
    const modern = inside.value;
    const { negotiated, visits } = modern;
    const dialects = await observe(() => allDialects(dial, negotiated));
    const smb1 = await observe(() => unlessHungUp(dial, () => lookAtSmb1(dial)));
    return {
      'smb.negotiate': dialects.ok ? mapped(smb1, (look) => negotiateFact(dialects.value, look)) : dialects,
      'smb.names': namesOf(visits, negotiated, valueOf(smb1)),
      ...insideFacts(visits),
      'smb.second-opinion': await observe(() => askSecondClient(dial, modern)),
    };
  },
});

/** A server that takes no SMB 2: there is nothing but SMB1 to talk about. */
async function gatherSmb1(dial: Dial): Promise<SmbFacts> {
  const inside = await observe(() => lookInsideSmb1(dial));
  if (!inside.ok) return nothing(inside);
  if (!inside.value) return nothing(failed('unsupported', 'the server takes no version of SMB that we speak'));
  const { look, visits } = inside.value;
  return {
    'smb.negotiate': seen(smb1NegotiateFact(look)),
    'smb.names': seen(namesFact(undefined, look, look)),
    ...insideFacts(visits),
    'smb.second-opinion': failed('unsupported', 'the second client speaks no SMB1'),
  };
}

function namesOf({ login }: Visits, clock: Negotiated, smb1: Smb1Look | undefined): SmbFacts['smb.names'] {
  if (!login?.challenge && !smb1) return failed('protocol', 'the server ended the login before it said who it is');
  return seen(namesFact(login?.challenge, clock, smb1));
}

function insideFacts({ facts }: Visits) {
  return {
    'smb.sessions': seen(facts['smb.sessions']),
    'smb.listing': seen(facts['smb.listing']),
    'smb.shares': seen(facts['smb.shares']),
  };
}

function mapped<A, B>(observation: Observation<A>, change: (value: A) => B): Observation<B> {
  return observation.ok ? seen(change(observation.value)) : observation;
}

const seen = <T>(value: T): Observation<T> => ({ ok: true, value });

function nothing(failure: { readonly ok: false; readonly failure: ProbeFailure }): SmbFacts {
  return {
    'smb.negotiate': failure,
    'smb.names': failure,
    'smb.sessions': failure,
    'smb.listing': failure,
    'smb.shares': failure,
    'smb.second-opinion': failure,
  };
}
