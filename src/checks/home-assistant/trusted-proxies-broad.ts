import type { Facts } from '../../model.js';
import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';

type Network = NonNullable<Facts['home-assistant.config-http']['trustedProxies']['value']>[number];

/** A few proxies side by side; a network of a house has /24. */
const NARROW = { 4: 29, 6: 125 } as const;
/** The network of the NGINX add-on (app) on Home Assistant OS, which holds nothing but add-ons. */
const ADD_ONS = '172.30.33.0/24';

export default defineCheck({
  id: 'home-assistant/trusted-proxies-broad',
  title: 'Only the proxy itself may say which address a visitor has',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.config-http'],
  rationale:
    'Whoever is a trusted proxy writes the address of the visitor: bans, trusted networks and local-only users are then what it says.',
  remediation:
    'In configuration.yaml under `http:` list only the exact address of the proxy in `trusted_proxies:` (since 2026.8: Settings > System > Network).',
  references: ['https://www.home-assistant.io/integrations/http/#reverse-proxies'],
  mapping: { cwe: [348] },

  evaluate({ 'home-assistant.config-http': { useXForwardedFor, trustedProxies, widthsKnown } }) {
    const show = ({ text, place }: Network) => saw('home-assistant.config-http', `trusted_proxies: ${text}`, place);
    if (useXForwardedFor.unresolved !== undefined) return unknown(`use_x_forwarded_for cannot be known: ${useXForwardedFor.unresolved}`);
    if (!useXForwardedFor.value) return notApplicable('use_x_forwarded_for is off');
    const header = saw('home-assistant.config-http', 'use_x_forwarded_for: true', useXForwardedFor.place);
    if (trustedProxies.value === null) return unknown(`trusted_proxies cannot be known: ${trustedProxies.unresolved ?? 'not set'}`, header);
    // Only releases before the list existed accept the header without one, and then from everybody.
    if (trustedProxies.value.length === 0)
      return fail('this release takes the address from any visitor, for there is no list of proxies', header);
    const broad = trustedProxies.value.filter(({ family, prefix, text }) => prefix < NARROW[family] && text !== ADD_ONS);
    if (broad.length > 0) return fail(`${broad.map(({ text }) => text).join(', ')} may set the address of a visitor`, ...broad.map(show));
    if (!widthsKnown) return unknown('the stored copy that recovery mode uses does not say how wide the networks are', header);
    return pass('the trusted proxies are single addresses', ...trustedProxies.value.map(show));
  },
});
