import check from '../../../src/checks/betterdesk/health-leaks-topology.js';
import { health } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'it counts devices', facts: health(), because: 'number of devices' },
    { name: 'it names relays', facts: health({ peersTotal: null, relayServers: 2 }), because: '2 relay servers' },
  ],
  pass: [{ name: 'it says neither', facts: health({ peersTotal: null }) }],
});
