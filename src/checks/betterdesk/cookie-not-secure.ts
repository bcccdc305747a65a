import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/cookie-not-secure',
  title: 'The console’s cookies stay off plain HTTP',
  severity: 'medium',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-page'],
  rationale: 'The session cookie gets its Secure flag from the same setting: without it one plain request gives the session away.',
  remediation: 'Set `HTTPS_ENABLED=true` for the console, also behind a proxy that ends TLS.',
  references: ['https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.5'],
  mapping: { cwe: [614] },

  evaluate({ 'betterdesk-console.login-page': { csrfCookie } }, { subject }) {
    if (!subject.tls) return notApplicable('on plain HTTP the flag cannot be set');
    if (!csrfCookie) return notApplicable('it set no cookie before a login');
    const exhibit = saw('betterdesk-console.login-page', `__csrf ${csrfCookie.secure ? 'with' : 'without'} Secure`);
    return csrfCookie.secure ? pass('__csrf carries Secure', exhibit) : fail('__csrf lacks Secure', exhibit);
  },
});
