import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/csp-unsafe',
  title: 'The console’s content policy forbids scripts in the page',
  severity: 'info',
  subject: 'betterdesk-console',
  requires: ['betterdesk-console.login-page'],
  rationale: 'With `unsafe-inline` and `unsafe-eval` the policy no longer stops a script that got into a page.',
  remediation: 'That is how BetterDesk is delivered; a stricter policy in the proxy breaks its pages.',
  references: ['https://www.w3.org/TR/CSP3/#directive-script-src'],
  mapping: { cwe: [693] },

  evaluate({ 'betterdesk-console.login-page': { headers } }) {
    const policy = headers['content-security-policy'];
    if (!policy) return notApplicable('it sends no policy');
    const scripts = /script-src\s[^;]*/.exec(policy)?.[0] ?? /default-src\s[^;]*/.exec(policy)?.[0] ?? '';
    const exhibit = saw('betterdesk-console.login-page', scripts || 'no directive for scripts');
    const unsafe = /'unsafe-(?:inline|eval)'/.test(scripts) || scripts === '';
    return unsafe ? fail('it allows them', exhibit) : pass('it forbids them', exhibit);
  },
});
