import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/login-limit-bypass',
  title: 'The limit of attempts cannot be got around with an invented address',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.login-limit'],
  rationale: 'Who can invent the address that attempts are counted for has as many of them as they like.',
  remediation: 'Publish the port on loopback only, or set `TRUSTED_PROXIES=0`; with several proxies set it to their exact number.',
  references: ['https://werkzeug.palletsprojects.com/en/stable/middleware/proxy_fix/'],
  mapping: { cwe: [307, 348] },

  evaluate({ 'webssh.login-limit': { liftedByForgedAddress: lifted } }) {
    if (lifted === null) return notApplicable('there is no limit to get around: see webssh/login-limit');
    const exhibit = saw('webssh.login-limit', `refused, then ${lifted ? 'taken' : 'refused again'} with X-Forwarded-For: 198.51.100.77`);
    return lifted
      ? fail('an invented X-Forwarded-For lifts the refusal', exhibit)
      : pass('an invented X-Forwarded-For changes nothing', exhibit);
  },
});
