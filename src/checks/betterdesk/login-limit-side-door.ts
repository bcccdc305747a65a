import { judgeLoginLimit } from '../betterdesk.js';
import { defineCheck, pass, saw } from '../check.js';

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

  evaluate({ 'betterdesk-console.client-login-limit': limit }) {
    if (limit.status === 404) return pass('there is none', saw('betterdesk-console.client-login-limit', 'POST /api/login answered 404'));
    return judgeLoginLimit('betterdesk-console.client-login-limit', '/api/login', limit);
  },
});
