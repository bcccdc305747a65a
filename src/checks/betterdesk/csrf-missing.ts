import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'betterdesk/csrf-missing',
  title: 'The console refuses forms without its token',
  severity: 'high',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.csrf'],
  rationale: 'Without the token any page that an administrator opens can act on the console in his name.',
  remediation: 'Update the console; a proxy in front must pass the cookie `__csrf` and the header `X-CSRF-Token` on.',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html'],
  mapping: { cwe: [352] },

  evaluate({ 'betterdesk-console.csrf': { status, refused } }) {
    const exhibit = saw('betterdesk-console.csrf', `POST /api/auth/login without a token answered ${status}`);
    if (refused) return pass('it refuses them', exhibit);
    return status === 429 || status >= 500 ? unknown('it was not in the mood to say', exhibit) : fail('it takes them', exhibit);
  },
});
