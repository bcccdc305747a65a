import { defineCheck, fail, pass, saw, unknown } from '../check.js';

/** Five in five minutes, counted before the body is read. */
const ALLOWED = 5;

export default defineCheck({
  id: 'betterdesk/api-login-limit',
  title: 'Logins on the management API are limited',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.api-login-limit'],
  rationale: 'Without a limit the password of the administrator can be tried as fast as the network allows.',
  remediation: 'The server has no switch for it: look for a proxy that hides the client’s address, update, and keep 21114 off the network.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [307] },

  evaluate({ 'betterdesk.api-login-limit': { statuses } }) {
    const exhibit = saw('betterdesk.api-login-limit', `POST /api/auth/login answered ${statuses.join(', ')}`);
    if (statuses.includes(429)) return pass('it stops answering', exhibit);
    if (statuses.length > ALLOWED && statuses.every((status) => status === 400)) return fail(`${statuses.length} went through`, exhibit);
    return unknown('the answers are not those of its login', exhibit);
  },
});
