import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/cloud-remote-on',
  title: 'Home Assistant is not reachable through the cloud',
  severity: 'info',
  subject: 'home-assistant',
  requires: ['http.root'],
  considers: ['home-assistant.discovery'],
  rationale: 'The cloud connection is encrypted, but it opens the login page to the Internet, and its requests look local to IP bans.',
  remediation:
    'Fine when it is wanted: turn on multi-factor authentication for each user and set accounts that stay at home to local access only.',
  references: ['https://www.nabucasa.com/config/remote/'],
  mapping: { cwe: [668] },

  evaluate(_facts, _context, { 'home-assistant.discovery': discovery }) {
    const said = valueOf(discovery);
    const exhibit = saw('home-assistant.discovery', `external_url ${said?.externalUrl || '(empty)'}`);
    if (/\.ui\.nabu\.casa\b/.test(said?.externalUrl ?? '')) return fail('its external URL is one of Home Assistant Cloud', exhibit);
    if (said?.externalUrl) return pass('its external URL is not one of Home Assistant Cloud', exhibit);
    return unknown('it does not say its external URL over HTTP');
  },
});
