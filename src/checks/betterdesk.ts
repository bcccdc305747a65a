import type { Facts, Verdict } from '../model.js';
import { fail, pass, saw, unknown } from './check.js';

/** BetterDesk's default, and its documentation. */
const LOGINS_PER_MINUTE = 5;

type LimitFact = 'betterdesk-console.login-limit' | 'betterdesk-console.client-login-limit';

/** Whether the limit that a login path names is as tight as the documentation says. */
export function judgeLoginLimit(fact: LimitFact, path: string, { status, limit, windowSeconds }: Facts[LimitFact]): Verdict {
  if (!limit || !windowSeconds) return unknown('the answer names no limit', saw(fact, `POST ${path} answered ${status}`));
  const exhibit = saw(fact, `POST ${path}: RateLimit-Policy ${limit};w=${windowSeconds}`);
  const isWeak = limit / windowSeconds > LOGINS_PER_MINUTE / 60;
  return isWeak ? fail(`it allows ${limit} in ${windowSeconds} s`, exhibit) : pass('the limit is that of the documentation', exhibit);
}
