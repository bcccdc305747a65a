import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'webssh/csrf-missing',
  title: 'Forms are refused without a CSRF token',
  severity: 'high',
  subject: 'webssh',
  requires: ['webssh.csrf'],
  rationale: 'Without the token a foreign page can log a browser in, or out, or change what its owner has set.',
  remediation: 'Do not set WTF_CSRF_ENABLED to False, and let the proxy pass cookies and form fields on unchanged.',
  references: ['https://flask-wtf.readthedocs.io/en/stable/csrf/'],
  mapping: { cwe: [352] },

  evaluate({ 'webssh.csrf': { status, reason } }) {
    const exhibit = saw('webssh.csrf', `an empty POST to /login answered ${status}${reason && `: ${reason}`}`);
    if (status === 400) return pass('it refuses a form without a token', exhibit);
    if (status === 200 || status === 302) return fail('it takes a form without a token', exhibit);
    return unknown(`status ${status} says neither`, exhibit);
  },
});
