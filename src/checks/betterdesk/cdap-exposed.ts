import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/cdap-exposed',
  title: 'The gateway for custom devices is not reachable from the network',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.cdap'],
  rationale: 'CDAP takes commands for devices, believes every X-Forwarded-For, and with CDAP_TLS one empty connection stops it for good.',
  remediation: 'Remove `CDAP_ENABLED=Y` where nothing uses it; else let the firewall pass port 21122 for its devices alone.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [668] },

  evaluate({ 'betterdesk.cdap': { answers, saw: words } }) {
    const exhibit = saw('betterdesk.cdap', words);
    return answers ? fail('it answers on port 21122', exhibit) : pass('it answers nobody here', exhibit);
  },
});
