import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/observer-log-leak',
  title: 'The Observer does not show the log of the Supervisor',
  severity: 'medium',
  subject: 'home-assistant-observer',
  requires: ['home-assistant-observer.page'],
  rationale: 'While the Supervisor is down its whole log stands on the page of the Observer, for everybody who can reach the port.',
  remediation:
    'Restart the Supervisor (`ha supervisor restart`, or `ha supervisor repair`), and keep port 4357 from other networks than your own.',
  references: ['https://github.com/home-assistant/plugin-observer'],
  mapping: { cwe: [532, 200] },

  evaluate({ 'home-assistant-observer.page': { supervisor, logShown } }) {
    const exhibit = saw('home-assistant-observer.page', `Supervisor ${supervisor}, log ${logShown ? 'shown' : 'not shown'}`);
    return logShown ? fail('the log stands on its page', exhibit) : pass('its page shows no log', exhibit);
  },
});
