import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'web-terminal/csrf-off',
  title: 'The form of the SSH client wants a CSRF token',
  severity: 'medium',
  subject: 'web-terminal',
  requires: ['web-terminal.csrf'],
  rationale: 'Without it a foreign page can make the browsers of others start SSH connections from this gateway.',
  remediation: 'Start webssh with `--xsrf=true` (the default).',
  references: ['https://github.com/huashengdun/webssh#options', 'https://www.tornadoweb.org/en/stable/guide/security.html'],
  mapping: { cwe: [352] },

  evaluate({ 'web-terminal.csrf': { checked, saw: words } }) {
    const exhibit = saw('web-terminal.csrf', `an empty POST was answered "${words}"`);
    return checked ? pass('it asks for its token first', exhibit) : fail('it takes a form without a token', exhibit);
  },
});
