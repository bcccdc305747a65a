import { defineCheck, fail, pass, saw, unknown } from '../check.js';

const PER_MINUTE = 5;

export default defineCheck({
  id: 'betterdesk/login-limit-side-door',
  title: 'The second login of the console is limited like the first',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.client-login-limit'],
  rationale: 'Passwords that may be tried five times a minute at the front can be tried a hundred times at `/api/login` beside it.',
  remediation:
    'Update; until then let the proxy in front of the console refuse `/api/login` (nginx: `location = /api/login { return 404; }`).',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [307] },

  evaluate({ 'betterdesk-console.client-login-limit': { status, limit, windowSeconds } }) {
    if (status === 404) return pass('there is none', saw('betterdesk-console.client-login-limit', 'POST /api/login answered 404'));
    if (limit === null || windowSeconds === null || windowSeconds === 0) {
      return unknown('the answer names no limit', saw('betterdesk-console.client-login-limit', `POST /api/login answered ${status}`));
    }
    const exhibit = saw('betterdesk-console.client-login-limit', `POST /api/login: RateLimit-Policy ${limit};w=${windowSeconds}`);
    const weak = limit / windowSeconds > PER_MINUTE / 60;
    return weak ? fail(`it allows ${limit} in ${windowSeconds} s`, exhibit) : pass('it is limited as the first', exhibit);
  },
});
