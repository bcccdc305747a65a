import { isBefore, parseCoreVersion } from '../../knowledge/home-assistant.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, pass, passWith, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/user-list-leak',
  title: 'Login names are not shown before the login',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.websocket-hello'],
  considers: ['home-assistant.providers'],
  rationale: 'Releases 2023.12.0 to 2023.12.2 list every active account to whoever asks from the local network (CVE-2023-50715).',
  remediation: 'Update Home Assistant Core to 2023.12.3 or later.',
  references: ['https://www.cve.org/CVERecord?id=CVE-2023-50715'],
  mapping: { cwe: [200, 359] },

  evaluate({ 'home-assistant.websocket-hello': hello }, _context, { 'home-assistant.providers': providers }) {
    const version = parseCoreVersion(hello.version);
    const said = saw('home-assistant.websocket-hello', `version ${hello.version}`);
    const listed = valueOf(providers);
    if (listed && listed.namedUsers > 0) {
      return fail('it lists accounts before any login', saw('home-assistant.providers', `${listed.namedUsers} users named`));
    }
    if (!version) return unknown(`its version "${hello.version}" is not one we know`, said);
    const affected = !isBefore(version, '2023.12.0') && isBefore(version, '2023.12.3');
    // It shows them to local addresses only: not having seen them is no proof.
    if (affected) return failWith({ confidence: 80 }, `version ${hello.version} lists accounts to the local network`, said);
    if (listed) return pass('no account is named', saw('home-assistant.providers', `status ${listed.status}, no users named`), said);
    return passWith({ confidence: 90 }, `version ${hello.version} does not list accounts`, said);
  },
});
