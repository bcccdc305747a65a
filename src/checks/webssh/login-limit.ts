import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { written } from '../written.js';

export default defineCheck({
  id: 'webssh/login-limit',
  title: 'Attempts to log in are limited',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.login-limit'],
  files: {
    requires: ['webssh.config'],
    evaluate({ 'webssh.config': { rateLimitEnabled } }) {
      const { value } = rateLimitEnabled;
      if (value === null || value === 'True') return unknown('whether the limit holds shows only where it is filled');
      return fail('the limit is off', written('webssh.config', 'RATELIMIT_ENABLED', rateLimitEnabled));
    },
  },
  rationale: 'WebSSH locks no accounts: without the limit of attempts for each address, passwords can be tried as fast as it answers.',
  remediation: 'Set `RATELIMIT_ENABLED=True`, with a capital T, for every other spelling turns the limit off; and run one gunicorn worker.',
  references: ['https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [307] },

  evaluate({ 'webssh.login-limit': { attempts, refusedAfter } }) {
    if (refusedAfter === null) {
      return fail(`${attempts} attempts in a row were all taken`, saw('webssh.login-limit', `${attempts} forms, none refused`));
    }
    return pass(`it refuses after ${refusedAfter} attempts`, saw('webssh.login-limit', `refused after ${refusedAfter} forms`));
  },
});
