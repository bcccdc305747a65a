import { readForwarded } from '../../knowledge/home-assistant.js';
import { valueOf } from '../../model/observation.js';
import { defineCheck, failWith, pass, passWith, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'home-assistant/xff-spoofable',
  title: 'Home Assistant does not believe just anybody about where a request comes from',
  severity: 'high',
  subject: 'home-assistant',
  requires: ['home-assistant.forwarded'],
  considers: ['http.root', 'home-assistant.providers'],
  rationale: 'Who may claim any address escapes bans, satisfies trusted networks and passes for local: the address check is worth nothing.',
  remediation:
    'Under `http:` in configuration.yaml list only the exact address of your proxy in `trusted_proxies:`, never the whole network; without a proxy remove `use_x_forwarded_for`.',
  references: ['https://www.home-assistant.io/integrations/http/#reverse-proxies'],
  mapping: { cwe: [348, 290], checklist: ['ha-2018/frontend-access'] },

  evaluate({ 'home-assistant.forwarded': answers }, _context, considered) {
    const { status, invalidStatus, local, localAsForged } = answers;
    const exhibit = saw('home-assistant.forwarded', `X-Forwarded-For: an address ${status}, nonsense ${invalidStatus}`);
    switch (readForwarded(answers, valueOf(considered['http.root']))) {
      case 'refused':
        return pass('it refuses a forwarded address that comes from here', exhibit);
      case 'ignored':
        return pass('it ignores the header', exhibit);
      case 'corrected':
        return passWith({ confidence: 80 }, 'it reads the header, but the proxy in front tells it our own address', exhibit);
      case 'unclear':
        return unknown('it reads the header: whose word it takes cannot be told from here', exhibit);
      case 'something else':
        return unknown(`it answered ${status} and ${invalidStatus}`, exhibit);
      case 'believed': {
        const severity = valueOf(considered['home-assistant.providers'])?.types.includes('trusted_networks') ? 'critical' : 'high';
        if (localAsForged === null)
          return failWith({ severity, confidence: 90 }, 'it reads and accepts a forwarded address from here', exhibit);
        const flipped = saw('home-assistant.forwarded', `taken for ${local ? 'local' : 'remote'}, with the header for the opposite`);
        return failWith({ severity }, 'it took the forged address for ours', exhibit, flipped);
      }
    }
  },
});
