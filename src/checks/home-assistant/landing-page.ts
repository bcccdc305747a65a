import { fail, defineCheck, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/landing-page',
  title: 'Home Assistant is installed, not waiting to be',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['http.final'],
  rationale: 'While the installation runs, the landing page hands Supervisor logs and calls to anyone who asks, without a login.',
  remediation: 'Let the installation finish on a network that you trust, then create the owner account at once.',
  references: ['https://github.com/home-assistant/landingpage'],
  mapping: { cwe: [306] },

  evaluate({ 'http.final': { status, bodyExcerpt } }) {
    if (bodyExcerpt.includes('<ha-landing-page')) {
      return fail('it shows the page that waits for Home Assistant Core', saw('http.final', '<ha-landing-page> in the page'));
    }
    if (status >= 400) return unknown(`the page itself was not shown (status ${status})`);
    return pass('it shows the frontend', saw('http.final', `status ${status}, no <ha-landing-page>`));
  },
});
