import type { Facts, Observation, ProbeFailure, WireFactOf } from '../../model.js';
import { defineScanner, type Dial, failed, observe, valueOf } from '../scanner.js';
import { isRefusal } from '../wire/smb/frame.js';
import { allDialects, unlessHungUp } from './smb/dialects.js';
import { namesFact, negotiateFact, smb1NegotiateFact } from './smb/facts.js';
import { speaksSmb } from './smb/identify.js';
import { lookInside, type Visits } from './smb/inside.js';
import { lookAtSmb1 } from './smb/smb1-look.js';

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
    const { negotiated, visits } = inside.value;
    const dialects = await observe(() => allDialects(dial, negotiated));
    const smb1 = await observe(() => unlessHungUp(dial, () => lookAtSmb1(dial)));
    return {
      'smb.negotiate': dialects.ok ? mapped(smb1, (look) => negotiateFact(dialects.value, look)) : dialects,
      'smb.names': seen(namesFact(visits.challenge, negotiated, valueOf(smb1))),
      ...insideFacts(visits),
      'smb.second-opinion': failed('skipped', 'not looked at'),
    };
  },
});

/** A server that takes no SMB 2: there is nothing but SMB1 to talk about. */
async function gatherSmb1(dial: Dial): Promise<SmbFacts> {
  const smb1 = await observe(() => lookAtSmb1(dial));
  if (!smb1.ok) return nothing(smb1);
  if (!smb1.value) return nothing(failed('unsupported', 'the server takes no version of SMB that we speak'));
  const unseen = failed('unsupported', 'the server speaks SMB1 alone');
  return {
    ...nothing(unseen),
    'smb.negotiate': seen(smb1NegotiateFact(smb1.value)),
    'smb.names': seen(namesFact(undefined, smb1.value, smb1.value)),
  };
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
