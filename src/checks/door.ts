import type { FactName, Verdict } from '../model.js';
import { fail, pass, saw } from './check.js';

/** What a look at a program's door ended with; see `facts/neighbour.ts`. */
interface Door {
  readonly door: 'open' | 'login' | 'onboarding';
  readonly saw: string;
}

/** Open to everybody is a fail, asking for a login a pass. */
export function judgeDoor(fact: FactName, { door, saw: words }: Door): Verdict {
  return door === 'login' ? pass('it asks for a login', saw(fact, words)) : fail('it lets everybody in without a login', saw(fact, words));
}
