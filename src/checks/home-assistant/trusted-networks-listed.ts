import { mayTakeUsForProxy } from '../../knowledge/home-assistant.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/trusted-networks-listed',
  title: 'Logging in by network address alone is not on offer',
  severity: 'medium',
  subject: 'home-assistant',
  requires: ['home-assistant.providers'],
  considers: ['home-assistant.forwarded', 'http.root'],
  rationale: 'A login by address lets in every device of that network, compromised ones included, and knows no second factor.',
  remediation:
    'Remove `trusted_networks` from `auth_providers:` in configuration.yaml, or limit it to single kiosk addresses with `trusted_users:` and leave `allow_bypass_login` off.',
  references: ['https://www.home-assistant.io/docs/authentication/providers/#trusted-networks'],
  mapping: { cwe: [291], checklist: ['ha-2018/trusted-networks'] },

  evaluate({ 'home-assistant.providers': { status, types } }, _context, considered) {
    const exhibit = saw('home-assistant.providers', `status ${status}, login methods: ${types.join(', ') || 'none'}`);
    if (status !== 200) return unknown(`/auth/providers answered ${status}`, exhibit);
    if (types.includes('trusted_networks')) return fail('trusted_networks is one of the login methods shown here', exhibit);
    const answers = valueOf(considered['home-assistant.forwarded']);
    if (mayTakeUsForProxy(answers, valueOf(considered['http.root'])))
      return unknown('it takes this address for a proxy, and never offers it to one', exhibit);
    // Since 2023.12 it is shown only to addresses that it would let in.
    return pass('trusted_networks is not offered to this address', exhibit);
  },
});
