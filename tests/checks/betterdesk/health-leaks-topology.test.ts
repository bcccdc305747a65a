import check from '../../../src/checks/betterdesk/health-leaks-topology.js';
import { testCheck } from '../../support/test-check.js';

const health = (over: object = {}) => ({
  'betterdesk.health': {
    version: 'dev',
    keys: ['status', 'version'],
    certificateConfigured: false,
    peersTotal: 0,
    relayServers: 0,
    ...over,
  },
});

testCheck(check, {
  fail: [
    { name: 'it counts devices', facts: health(), because: 'number of devices' },
    { name: 'it names relays', facts: health({ peersTotal: null, relayServers: 2 }), because: '2 relay servers' },
  ],
  pass: [{ name: 'it says neither', facts: health({ peersTotal: null }) }],
});
