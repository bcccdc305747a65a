import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/server-banner',
  title: 'The frontend does not name its Python and aiohttp versions',
  severity: 'info',
  subject: 'home-assistant',
  requires: ['http.root'],
  rationale: 'Exact library versions spare an attacker the guessing. Releases since 2023.9 leave the header empty.',
  remediation: 'Update Home Assistant Core to 2023.9 or later; a reverse proxy in front replaces the header, too.',
  references: ['https://www.home-assistant.io/blog/2023/09/06/release-20239/'],
  mapping: { cwe: [200], checklist: ['ha-2018/banner'] },

  evaluate({ 'http.root': { status, server } }) {
    // Answers from outside the application (400, 403 of a ban) carry the header in every release.
    if (status >= 400) return unknown(`the page itself was not shown (status ${status})`);
    const exhibit = saw('http.root', `Server: ${server || '(empty)'}`);
    return /aiohttp\/\d/.test(server) ? fail(`it says ${server}`, exhibit) : pass('the header gives no version away', exhibit);
  },
});
