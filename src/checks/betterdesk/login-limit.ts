import { defineCheck, fail, pass, saw, unknown } from '../check.js';

/** BetterDesk's default, and its documentation: five a minute. */
const PER_MINUTE = 5;

export default defineCheck({
  id: 'betterdesk/login-limit',
  title: 'The console allows no more than five logins a minute',
  severity: 'medium',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-limit'],
  rationale: 'The limit is what stands between a guessing machine and the password of the administrator.',
  remediation: 'Remove `LOGIN_RATE_LIMIT_MAX` and `RATE_LIMIT_WINDOW_MS` from the environment of the console, or set them to 5 and 60000.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [307] },

  evaluate({ 'betterdesk-console.login-limit': { status, limit, windowSeconds } }) {
    if (limit === null || windowSeconds === null || windowSeconds === 0) {
      return unknown('the answer names no limit', saw('betterdesk-console.login-limit', `POST /api/auth/login answered ${status}`));
    }
    const exhibit = saw('betterdesk-console.login-limit', `RateLimit-Policy: ${limit};w=${windowSeconds}`);
    const weak = limit / windowSeconds > PER_MINUTE / 60;
    return weak ? fail(`it allows ${limit} in ${windowSeconds} s`, exhibit) : pass('the limit is that of the documentation', exhibit);
  },
});
