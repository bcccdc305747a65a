import { defineCheck, failWith, pass, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/proxy-and-network-trusted',
  title: 'Addresses are not both told by a proxy and trusted for logins',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.config-http', 'home-assistant.config-auth'],
  rationale:
    'A trusted proxy tells Home Assistant which address a visitor has; a trusted network lets that address in without a password. Together, whoever speaks as the proxy chooses to be let in.',
  remediation:
    'In configuration.yaml remove the `trusted_networks` provider from `auth_providers:`, or narrow `trusted_proxies:` under `http:` to the one address of the proxy and keep it out of `trusted_networks:`.',
  references: [
    'https://www.home-assistant.io/integrations/http/#reverse-proxies',
    'https://www.home-assistant.io/docs/authentication/providers/#trusted-networks',
  ],
  mapping: { cwe: [290, 291], checklist: ['ha-2018/trusted-networks'] },

  evaluate({ 'home-assistant.config-http': http, 'home-assistant.config-auth': { providers } }) {
    const proxies = http.useXForwardedFor.value === true ? (http.trustedProxies.value ?? []) : [];
    const networks = providers.filter(({ type }) => type === 'trusted_networks').flatMap((provider) => provider.networks);
    const exhibits = [
      saw(
        'home-assistant.config-http',
        `trusted_proxies: ${proxies.map(({ text }) => text).join(', ') || 'none in force'}`,
        proxies[0]?.place,
      ),
      saw('home-assistant.config-auth', `trusted_networks: ${networks.map(({ text }) => text).join(', ') || 'none'}`, networks[0]?.place),
    ];
    if (proxies.length === 0 || networks.length === 0) return pass('at most one of the two is trusted', ...exhibits);
    const bypass = providers.some(({ type, bypassLogin }) => type === 'trusted_networks' && bypassLogin);
    return failWith(
      bypass ? { severity: 'critical' } : {},
      'a proxy names the address, and networks of addresses need no password',
      ...exhibits,
    );
  },
});
