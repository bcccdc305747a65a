import { defineCheck, fail, pass, saw } from '../check.js';
import { switchedOn } from '../webssh-settings.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'webssh/cookie-not-secure',
  title: 'The session cookie travels through TLS only',
  severity: 'medium',
  subject: 'webssh',
  requires: ['webssh.session'],
  files: {
    requires: ['webssh.config'],
    evaluate({ 'webssh.config': { sessionCookieSecure, debug } }) {
      const exhibits = [written('webssh.config', 'SESSION_COOKIE_SECURE', sessionCookieSecure), written('webssh.config', 'DEBUG', debug)];
      if (sessionCookieSecure.value?.toLowerCase() === 'false') return fail('cookies are sent over plain HTTP, too', ...exhibits);
      const secret = hidden({ SESSION_COOKIE_SECURE: sessionCookieSecure, DEBUG: debug });
      if (secret) return secret;
      return switchedOn(debug.value) === 'off'
        ? pass('cookies are marked Secure', ...exhibits)
        : fail('debug mode leaves Secure out', ...exhibits);
    },
  },
  rationale: 'Without `Secure` a browser sends the session over plain HTTP, too, and who reads it there has the account.',
  remediation: 'Once TLS is in place, remove `SESSION_COOKIE_SECURE=false` (and `DEBUG`) from the environment of the container.',
  references: ['https://flask.palletsprojects.com/en/stable/config/#SESSION_COOKIE_SECURE'],
  mapping: { cwe: [614] },

  evaluate({ 'webssh.session': { secure } }) {
    const exhibit = saw('webssh.session', `session cookie ${secure ? 'with' : 'without'} Secure`);
    return secure ? pass('it is marked Secure', exhibit) : fail('it is not marked Secure', exhibit);
  },
});
