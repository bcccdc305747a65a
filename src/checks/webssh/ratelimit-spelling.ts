import { defineCheck, fail, pass } from '../check.js';
import { hidden, written } from '../written.js';

const CONFIG = 'webssh.config';

export default defineCheck({
  id: 'webssh/ratelimit-spelling',
  title: 'The switch of the login limit is spelt as WebSSH reads it',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale: 'Every value but `True` turns the limit off: `true`, `1` and `yes` do, too, in both generations.',
  remediation: 'Write `RATELIMIT_ENABLED=True`, with a capital T, or remove the line: the limit is on by default.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [307, 178] },

  evaluate({ 'webssh.config': { rateLimitEnabled } }) {
    const exhibit = written(CONFIG, 'RATELIMIT_ENABLED', rateLimitEnabled);
    const { value } = rateLimitEnabled;
    if (value !== null && value !== 'True') return fail('the limit is off', exhibit);
    return hidden({ RATELIMIT_ENABLED: rateLimitEnabled }) ?? pass('the limit is on', exhibit);
  },
});
