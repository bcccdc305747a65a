import { defineCheck, failWith, notApplicable, saw } from '../check.js';

export default defineCheck({
  id: 'home-assistant/proxy-misconfigured',
  title: 'Home Assistant answers through its proxy',
  severity: 'info',
  subject: 'http',
  requires: ['http.root'],
  rationale: 'Home Assistant refuses requests of a proxy that it does not know with 400: nobody gets in this way, the owner included.',
  remediation:
    'Under `http:` in configuration.yaml set `use_x_forwarded_for: true` and name the exact address of the proxy in `trusted_proxies:`.',
  references: ['https://www.home-assistant.io/integrations/http/#reverse-proxies'],
  mapping: { cwe: [1188] },

  evaluate({ 'http.root': { status, bodyExcerpt } }, { systems }) {
    // The words are those of aiohttp: only beside a Home Assistant do they mean this.
    if (status !== 400 || bodyExcerpt.trim() !== '400: Bad Request' || !systems.includes('home-assistant')) {
      return notApplicable('it is no proxy that Home Assistant turns away');
    }
    return failWith({ confidence: 70 }, 'it turns away everything that comes through this port', saw('http.root', '400: Bad Request'));
  },
});
