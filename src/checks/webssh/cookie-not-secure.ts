import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/cookie-not-secure',
  title: 'The session cookie travels through TLS only',
  severity: 'medium',
  subject: 'webssh',
  requires: ['webssh.session'],
  rationale: 'Without `Secure` a browser sends the session over plain HTTP, too, and who reads it there has the account.',
  remediation: 'Once TLS is in place, remove `SESSION_COOKIE_SECURE=false` (and `DEBUG`) from the environment of the container.',
  references: ['https://flask.palletsprojects.com/en/stable/config/#SESSION_COOKIE_SECURE'],
  mapping: { cwe: [614] },

  evaluate({ 'webssh.session': { secure } }) {
    const exhibit = saw('webssh.session', `session cookie ${secure ? 'with' : 'without'} Secure`);
    return secure ? pass('it is marked Secure', exhibit) : fail('it is not marked Secure', exhibit);
  },
});
