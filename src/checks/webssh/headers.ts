import { PAGE_HEADERS } from '../../knowledge/webssh.js';
import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'webssh/headers',
  title: 'The headers that WebSSH sets reach the browser',
  severity: 'low',
  subject: 'webssh',
  requires: ['webssh.login'],
  rationale: 'They keep the terminal out of foreign frames and limit what an injected script can do; WebSSH sends them with every answer.',
  remediation: 'Do not take headers away in the proxy (in nginx remove `proxy_hide_header`), and do not set them empty.',
  references: ['https://owasp.org/www-project-secure-headers/'],
  mapping: { cwe: [693, 1021] },

  evaluate({ 'webssh.login': { headers } }) {
    const missing = PAGE_HEADERS.filter((name) => !headers[name]);
    if (missing.length > 0) return fail('headers are missing that WebSSH always sends', saw('webssh.login', `no ${missing.join(', ')}`));
    return pass('all of them are there', saw('webssh.login', PAGE_HEADERS.join(', ')));
  },
});
