import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/ban-not-observed',
  title: 'Failed logins led to a ban before our eyes',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.refusals'],
  considers: ['home-assistant.failed-logins', 'http.manifest'],
  rationale: 'A limit that is written down may still not be in force: the server was not restarted, or a proxy hides who fails.',
  remediation:
    'Set `login_attempts_threshold: 5` under `http:` in configuration.yaml and restart. Behind a proxy set `use_x_forwarded_for: true` and name it in `trusted_proxies:`, or the proxy itself is banned.',
  references: ['https://www.home-assistant.io/integrations/http/#ip-filtering-and-banning'],
  mapping: { cwe: [307], checklist: ['ha-2018/ip-ban'] },

  evaluate({ 'home-assistant.refusals': { paths } }, { exposure }, { 'home-assistant.failed-logins': logins, 'http.manifest': manifest }) {
    const tried = valueOf(logins);
    if (tried && tried.refusedAfter !== null) {
      return pass('a ban came', saw('home-assistant.failed-logins', `banned after ${tried.refusedAfter} failed logins`));
    }
    if (paths.length > 0 && valueOf(manifest)?.status === 200) {
      return pass(
        'it answered at first and then banned this address',
        saw('home-assistant.refusals', `403: Forbidden on ${paths.join(', ')}`),
      );
    }
    if (!tried) return unknown(`no login was failed on purpose: ${logins?.ok === false ? logins.failure.detail : 'not looked at'}`);
    const exhibit = saw('home-assistant.failed-logins', `${tried.attempts} failed logins, still answered`);
    const because = `no ban within ${tried.attempts} failed logins: it is off, or its threshold is higher`;
    return exposure === 'public' ? failWith({ severity: 'high' }, because, exhibit) : fail(because, exhibit);
  },
});
