import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/cookie-flags',
  title: 'Scripts and foreign sites do not get the session cookie',
  severity: 'medium',
  subject: 'webssh',
  requires: ['webssh.session'],
  rationale: 'WebSSH always sets HttpOnly and SameSite=Lax: where they are missing, something in front rewrites its cookies.',
  remediation: 'Find the line of the proxy that rewrites cookies (in nginx `proxy_cookie_flags` or `proxy_cookie_path`) and remove it.',
  references: ['https://developer.mozilla.org/docs/Web/HTTP/Guides/Cookies'],
  mapping: { cwe: [1004, 1275] },

  evaluate({ 'webssh.session': { httpOnly, sameSite } }) {
    const missing = [...(httpOnly ? [] : ['HttpOnly']), ...(['lax', 'strict'].includes(sameSite) ? [] : ['SameSite'])];
    const exhibit = saw('webssh.session', `HttpOnly ${httpOnly ? 'set' : 'missing'}, SameSite ${sameSite || 'missing'}`);
    return missing.length > 0 ? fail(`the cookie lacks ${missing.join(' and ')}`, exhibit) : pass('both flags are set', exhibit);
  },
});
