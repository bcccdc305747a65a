import { defineCheck, failWith, pass, saw } from '../check.js';
import { written } from '../written.js';

const ON_2X = 80;

export default defineCheck({
  id: 'betterdesk/cdap-tls-fragile',
  title: 'No port scan can stop the gateway for custom devices',
  severity: 'medium',
  subject: 'betterdesk',
  requires: ['betterdesk.config-settings'],
  rationale: 'With CDAP_TLS on 2.x the first connection that closes without a byte ends the listener until the server is restarted.',
  remediation: 'Remove `CDAP_TLS=Y` and put a TLS front before port 21122, or let the firewall pass it for its devices alone.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [400] },

  evaluate({ 'betterdesk.config-settings': { settings } }) {
    const { CDAP_ENABLED: enabled, CDAP_TLS: tls } = settings;
    const on = [enabled, tls].every((said) => /^y$/i.test(said?.value ?? ''));
    if (!on) return pass('CDAP with TLS is off', saw('betterdesk.config-settings', 'CDAP_ENABLED and CDAP_TLS are not both `Y`'));
    return failWith({ confidence: ON_2X }, 'one empty connection ends it', written('betterdesk.config-settings', 'CDAP_TLS', tls!));
  },
});
