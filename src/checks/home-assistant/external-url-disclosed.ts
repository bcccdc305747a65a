import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/external-url-disclosed',
  title: 'Guests on the network are not told the address for remote access',
  severity: 'info',
  subject: 'home-assistant',
  requires: ['http.root'],
  considers: ['home-assistant.discovery'],
  rationale: 'The announcement to the network carries the external URL: every guest learns where to knock from outside.',
  remediation: 'Expected; know that guests see it. Keep guests in a network of their own.',
  references: ['https://developers.home-assistant.io/docs/instance_discovery/'],
  mapping: { cwe: [200] },

  evaluate(_facts, _context, { 'home-assistant.discovery': discovery }) {
    const said = valueOf(discovery);
    if (said?.externalUrl)
      return fail('it tells everybody its external URL', saw('home-assistant.discovery', `external_url ${said.externalUrl}`));
    if (said && said.status === 200) return pass('/api/discovery_info names none', saw('home-assistant.discovery', 'external_url empty'));
    return unknown('newer releases announce it by mDNS, which was not asked');
  },
});
