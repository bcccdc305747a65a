import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/ban-observed',
  title: 'This audit did not get its own address banned',
  severity: 'info',
  subject: 'home-assistant',
  requires: ['home-assistant.refusals'],
  considers: ['home-assistant.failed-logins', 'http.manifest'],
  rationale: 'A ban for failed logins works as it should, but the address of this audit stays banned until somebody lifts it.',
  remediation:
    'Nothing to mend. Lift the ban of this address with the action `http.unban`, or delete its entry from `ip_bans.yaml` and restart Home Assistant.',
  references: ['https://www.home-assistant.io/integrations/http/#ip-filtering-and-banning'],
  mapping: { cwe: [307] },

  evaluate({ 'home-assistant.refusals': { paths } }, _context, { 'home-assistant.failed-logins': logins, 'http.manifest': manifest }) {
    const tried = valueOf(logins);
    if (tried && tried.refusedAfter !== null) {
      const exhibit = saw('home-assistant.failed-logins', `banned after ${tried.refusedAfter} failed logins`);
      return fail(`it banned this address after ${tried.refusedAfter} failed logins`, exhibit);
    }
    const refused = saw('home-assistant.refusals', `403: Forbidden on ${paths.join(', ')}`);
    if (paths.length > 0 && valueOf(manifest)?.status === 200) return fail('it answered at first and then banned this address', refused);
    if (paths.length > 0) return unknown('this address was banned before the audit began', refused);
    if (tried) return pass('it did not', saw('home-assistant.failed-logins', `${tried.attempts} failed logins, still answered`));
    return unknown(`no login was failed on purpose: ${logins?.ok === false ? logins.failure.detail : 'not looked at'}`);
  },
});
