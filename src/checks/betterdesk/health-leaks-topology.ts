import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'betterdesk/health-leaks-topology',
  title: 'The health page says nothing about devices and relays',
  severity: 'low',
  subject: 'betterdesk',
  requires: ['betterdesk.health'],
  rationale: 'A health check needs one word. Numbers of devices and addresses of relays tell a stranger what there is to take.',
  remediation: 'No setting shortens `/api/health`: keep 21114 off the network, and let a monitor ask for it on the host itself.',
  references: ['https://github.com/UNITRONIX/BetterDesk'],
  mapping: { cwe: [200] },

  evaluate({ 'betterdesk.health': { peersTotal, relayServers } }) {
    const told = [
      ...(peersTotal === null ? [] : ['the number of devices']),
      ...(relayServers > 0 ? [`${relayServers} relay server${relayServers > 1 ? 's' : ''}`] : []),
    ];
    const exhibit = saw('betterdesk.health', `GET /api/health: ${told.join(', ') || 'neither devices nor relays'}`);
    return told.length > 0 ? fail(`it tells ${told.join(' and ')}`, exhibit) : pass('it keeps them to itself', exhibit);
  },
});
