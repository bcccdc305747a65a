import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';
import { allowsAnyOrigin } from '../webssh-settings.js';
import { hidden, written } from '../written.js';

const CONFIG = 'webssh.config';

export default defineCheck({
  id: 'webssh/stock-compose',
  title: 'The compose file is not the shipped one as it stands',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.config'],
  rationale:
    'The shipped file allows any origin, sends cookies over plain HTTP and publishes the port on every address: all that its own security policy forbids.',
  remediation:
    'Use the production overlay of 2.x, or set CORS_ORIGINS to your origin, remove ALLOW_CORS_WILDCARD and SESSION_COOKIE_SECURE=false, and publish `127.0.0.1:5000:5000` behind a TLS proxy.',
  references: ['https://github.com/bifrost0x/webssh', 'https://github.com/minhtuancn/webssh/security/policy'],
  mapping: { cwe: [1188] },

  evaluate({ 'webssh.config': { corsOrigins, sessionCookieSecure, openPorts } }) {
    if (openPorts === null) return notApplicable('it is not started by a compose file');
    const secret = hidden({ CORS_ORIGINS: corsOrigins, SESSION_COOKIE_SECURE: sessionCookieSecure });
    if (secret) return secret;
    const exhibits = [
      written(CONFIG, 'CORS_ORIGINS', corsOrigins),
      written(CONFIG, 'SESSION_COOKIE_SECURE', sessionCookieSecure),
      ...openPorts.map(({ text, place }) => saw(CONFIG, `published on ${text}`, place)),
    ];
    const stock = allowsAnyOrigin(corsOrigins.value) && sessionCookieSecure.value?.toLowerCase() === 'false' && openPorts.length > 0;
    return stock
      ? fail('any origin, cookies over plain HTTP and a port for everybody, all together', ...exhibits)
      : pass('it differs where it matters', ...exhibits);
  },
});
