import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { allowsAnyOrigin } from '../webssh-settings.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'webssh/socket-origin-any',
  title: 'Pages of foreign origins may not use the terminal channel',
  severity: 'medium',
  subject: 'webssh',
  requires: ['webssh.socket-origin'],
  files: {
    requires: ['webssh.config'],
    evaluate({ 'webssh.config': { corsOrigins } }) {
      const exhibit = written('webssh.config', 'CORS_ORIGINS', corsOrigins);
      if (allowsAnyOrigin(corsOrigins.value)) return fail('every origin is allowed', exhibit);
      return hidden({ CORS_ORIGINS: corsOrigins }) ?? pass('only named origins are allowed', exhibit);
    },
  },
  rationale:
    'With any origin allowed, a page on another subdomain or port of the same site can type into the terminals of whoever opens it.',
  remediation:
    'Set `CORS_ORIGINS=https://your.host` and remove `ALLOW_CORS_WILDCARD`; a star inside a list of origins allows every origin, too.',
  references: ['https://flask-socketio.readthedocs.io/en/latest/api.html', 'https://github.com/bifrost0x/webssh'],
  mapping: { cwe: [942, 1385] },

  evaluate({ 'webssh.socket-origin': { status, allowedOrigin, credentials, refused } }) {
    const exhibit = saw('webssh.socket-origin', `status ${status}, Access-Control-Allow-Origin ${allowedOrigin || '(none)'}`);
    if (refused) return pass('an unlisted origin is refused', exhibit);
    if (status === 200 && allowedOrigin !== '') {
      return fail(`an origin that nobody can have listed is allowed${credentials ? ', with cookies' : ''}`, exhibit);
    }
    return unknown(`status ${status} says neither`, exhibit);
  },
});
