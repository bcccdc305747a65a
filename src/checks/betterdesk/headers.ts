import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

/** What the console sends by itself. X-XSS-Protection is best at 0, and is not among them. */
const WANTED = ['content-security-policy', 'x-frame-options', 'x-content-type-options', 'referrer-policy'] as const;

export default defineCheck({
  id: 'betterdesk/headers',
  title: 'The console’s security headers reach the browser',
  severity: 'low',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-page'],
  rationale: 'The console sends them all; one that is missing was taken away on the road, and its protection with it.',
  remediation: 'Look in the proxy before the console for what strips headers (nginx: `proxy_hide_header`) and remove it.',
  references: ['https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html'],
  mapping: { cwe: [693] },

  evaluate({ 'betterdesk-console.login-page': { status, headers } }) {
    if (status !== 200) return notApplicable('it shows no page');
    const missing = WANTED.filter((name) => !headers[name]);
    const exhibit = saw('betterdesk-console.login-page', missing.length ? `without ${missing.join(', ')}` : WANTED.join(', '));
    return missing.length > 0
      ? fail(`${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing`, exhibit)
      : pass('they are there', exhibit);
  },
});
