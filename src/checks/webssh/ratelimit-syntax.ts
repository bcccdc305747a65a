import { defineCheck, fail, failWith, pass } from '../check.js';
import { hidden, written } from '../written.js';

const CONFIG = 'webssh.config';
/** `5 per minute`. */
const DEFAULT = 5;

export default defineCheck({
  id: 'webssh/ratelimit-syntax',
  title: 'The login limit says what WebSSH makes of it',
  severity: 'low',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale:
    'Only the first and the last word are read: `10 per 5 minutes` is 10 a minute, and what is not understood is 5 a minute without a word.',
  remediation: 'Write `RATELIMIT_LOGIN_LIMIT=5 per minute`: a number, `per`, and `second`, `minute` or `hour`.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [1173] },

  evaluate({ 'webssh.config': { loginLimit } }) {
    const exhibit = written(CONFIG, 'RATELIMIT_LOGIN_LIMIT', loginLimit);
    if (loginLimit.value === null) return hidden({ RATELIMIT_LOGIN_LIMIT: loginLimit }) ?? pass('the default is in force', exhibit);
    const [, count, unit] = /^(\d{1,6}) per (second|minute|hour)$/.exec(loginLimit.value) ?? [];
    if (count === undefined) return fail('it is read as something else than it says', exhibit);
    if (Number(count) > DEFAULT && unit !== 'hour') return failWith({ severity: 'medium' }, 'it allows more than the default', exhibit);
    return pass('it is read as it stands', exhibit);
  },
});
