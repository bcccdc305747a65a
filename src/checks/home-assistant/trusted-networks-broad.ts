import { valueOf } from '../../model/observation.js';
import type { Facts, Severity } from '../../model.js';
import { defineCheck, failWith, pass, saw, unknown } from '../check.js';

type Provider = Facts['home-assistant.config-auth']['providers'][number];
type Network = Provider['networks'][number];

/** Narrower than this is one network of one house. */
const NARROW = { 4: 24, 6: 64 } as const;
/** From here on it is not one house any more. */
const WIDE = { 4: 16, 6: 48 } as const;
const RAISED: Readonly<Record<string, Severity>> = { medium: 'high', high: 'critical', critical: 'critical' };

export default defineCheck({
  id: 'home-assistant/trusted-networks-broad',
  title: 'Only single addresses or one small network are let in without a password',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.config-auth'],
  considers: ['home-assistant.config-http'],
  rationale:
    'Every device in a trusted network is a user without a password; in a wide one that includes guests, neighbours or the Internet.',
  remediation:
    'In configuration.yaml under `auth_providers:` list single addresses (`192.168.0.20/32`) in `trusted_networks:`, name a user without administrator rights in `trusted_users:` and set `allow_bypass_login: false`, or remove the provider.',
  references: ['https://www.home-assistant.io/docs/authentication/providers/#trusted-networks'],
  mapping: { cwe: [291], checklist: ['ha-2018/trusted-networks'] },

  evaluate({ 'home-assistant.config-auth': { providers } }, _context, { 'home-assistant.config-http': http }) {
    const trusting = providers.filter(({ type }) => type === 'trusted_networks');
    const inForce = valueOf(http);
    for (const provider of trusting) {
      const wide = provider.networks.filter(isBroad);
      if (wide.length > 0) return failWith({ severity: severityOf(provider, wide) }, becauseOf(wide), ...wide.map(show));
      const proxies = new Set(inForce?.trustedProxies.value?.map(({ text }) => text));
      const shared = provider.networks.filter(({ text }) => proxies.has(text));
      if (shared.length > 0)
        return failWith({}, 'a trusted proxy is in a trusted network, so everybody behind it may be', ...shared.map(show));
    }
    const old = (inForce?.trustedNetworks ?? []).filter(isBroad);
    if (old.length > 0) return failWith({}, becauseOf(old), ...old.map(show));
    const hidden = trusting.find((provider) => provider.unresolved !== undefined);
    if (hidden)
      return unknown(
        `its networks cannot be known: ${hidden.unresolved}`,
        saw('home-assistant.config-auth', 'trusted_networks', hidden.place),
      );
    if (trusting.length === 0)
      return pass('no network is let in without a password', saw('home-assistant.config-auth', 'no trusted_networks provider'));
    return pass('the trusted networks are small', ...trusting.flatMap(({ networks }) => networks.map(show)));
  },
});

const isBroad = ({ family, prefix }: Network): boolean => prefix < NARROW[family];

function severityOf(provider: Provider, wide: readonly Network[]): Severity {
  const base: Severity = wide.some(({ family, prefix }) => prefix <= WIDE[family]) ? 'critical' : 'high';
  if (provider.bypassLogin) return RAISED[base]!;
  return provider.restrictedUsers ? (base === 'critical' ? 'high' : 'medium') : base;
}

const becauseOf = (wide: readonly Network[]): string =>
  `${wide.map(({ text }) => text).join(', ')} ${wide.length > 1 ? 'are' : 'is'} let in without a password`;
const show = ({ text, place }: Network) => saw('home-assistant.config-auth', `trusted_networks: ${text}`, place);
