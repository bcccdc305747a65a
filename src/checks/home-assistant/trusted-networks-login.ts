import { mayTakeUsForProxy } from '../../knowledge/home-assistant.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';

/** A network of more than one house contains addresses like ours. */
const ONE_HOUSE = { 4: 24, 6: 64 } as const;

export default defineCheck({
  id: 'home-assistant/trusted-networks-login',
  title: 'From here, nobody logs in without a password',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.providers'],
  considers: [
    'home-assistant.trusted-login',
    'home-assistant.websocket-hello',
    'home-assistant.discovery',
    'home-assistant.forwarded',
    'http.root',
  ],
  files: {
    requires: ['home-assistant.config-auth'],
    evaluate({ 'home-assistant.config-auth': { providers, place } }) {
      const trusting = providers.filter(({ type }) => type === 'trusted_networks');
      if (trusting.length === 0)
        return pass('no network is let in', saw('home-assistant.config-auth', 'no trusted_networks provider', place));
      const many = trusting.find(({ networks }) => networks.some(({ family, prefix }) => prefix < ONE_HOUSE[family]));
      if (!many) return unknown('whether this address is among the trusted ones shows on the wire alone');
      const exhibits = many.networks.map((network) =>
        saw('home-assistant.config-auth', `trusted_networks: ${network.text}`, network.place),
      );
      return failWith(
        { confidence: 80, ...(many.bypassLogin ? { severity: 'critical' as const } : {}) },
        'it lets in whole networks',
        ...exhibits,
      );
    },
  },
  rationale: 'Every device in a trusted network, also a hacked camera or a guest, becomes a user without knowing a password.',
  remediation:
    'Remove `trusted_networks` from `auth_providers:` in configuration.yaml, or limit it to single kiosk addresses with `trusted_users:` naming a user without administrator rights, and set `allow_bypass_login: false` (in releases of 2018: remove `trusted_networks` from `http:`).',
  references: ['https://www.home-assistant.io/docs/authentication/providers/#trusted-networks'],
  mapping: { cwe: [291, 306], checklist: ['ha-2018/trusted-networks'] },

  evaluate({ 'home-assistant.providers': { status, types } }, _context, considered) {
    const hello = valueOf(considered['home-assistant.websocket-hello']);
    if (hello?.type === 'auth_ok' && valueOf(considered['home-assistant.discovery'])?.requiresPassword) {
      const exhibit = saw('home-assistant.websocket-hello', 'first frame auth_ok, though a password is set');
      return fail('this address is in a trusted network and needs no password', exhibit);
    }
    const listed = saw('home-assistant.providers', `status ${status}, login methods: ${types.join(', ') || 'none'}`);
    if (!types.includes('trusted_networks')) {
      const answers = valueOf(considered['home-assistant.forwarded']);
      if (mayTakeUsForProxy(answers, valueOf(considered['http.root'])))
        return unknown('it takes this address for a proxy, and lets none in that way', listed);
      if (status === 200) return pass('no login by network is offered to this address', listed);
      if (status === 404 && hello?.type === 'auth_required') return pass('it asks this address for a password', listed);
      return unknown(`/auth/providers answered ${status}`, listed);
    }
    const login = considered['home-assistant.trusted-login'];
    if (!login?.ok) return unknown(`it is offered, but was not tried: ${login?.failure.detail ?? 'not looked at'}`, listed);
    const { type, reason, users } = login.value;
    const exhibit = saw('home-assistant.trusted-login', `${type}${reason && ` (${reason})`}, ${users} users offered`);
    if (type === 'abort') return pass('it is offered, but not to this address', listed, exhibit);
    if (type === 'form') return fail(`anybody at this address may log in as one of ${users} users`, listed, exhibit);
    if (type === 'create_entry') return failWith({ severity: 'critical' }, 'it logs this address in without a question', listed, exhibit);
    return unknown(`the login went on to "${type}"`, listed, exhibit);
  },
});
