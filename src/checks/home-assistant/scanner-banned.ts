import { defineCheck, failWith, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/scanner-banned',
  title: 'Home Assistant talks to the address this audit came from',
  severity: 'info',
  subject: 'home-assistant',
  requires: ['home-assistant.refusals'],
  rationale: 'A banned client gets 403 on every path, so everything else about this instance stays unknown until the ban is lifted.',
  remediation:
    'Lift the ban with the action `http.unban`, or delete the entry from `ip_bans.yaml` in the configuration folder and restart Home Assistant; then audit again.',
  references: ['https://www.home-assistant.io/integrations/http/#ip-filtering-and-banning'],
  mapping: { cwe: [307] },

  evaluate({ 'home-assistant.refusals': { paths } }) {
    if (paths.length === 0) return pass('it answered', saw('home-assistant.refusals', 'no answer was that of a ban'));
    const exhibit = saw('home-assistant.refusals', `403: Forbidden on ${paths.join(', ')}`);
    return failWith({ confidence: 90 }, 'it answers this address as a banned one, so the other questions stay open', exhibit);
  },
});
