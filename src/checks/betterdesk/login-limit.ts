import { judgeLoginLimit } from '../betterdesk.js';
import { defineCheck } from '../check.js';

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

  evaluate: ({ 'betterdesk-console.login-limit': limit }) => judgeLoginLimit('betterdesk-console.login-limit', '/api/auth/login', limit),
});
