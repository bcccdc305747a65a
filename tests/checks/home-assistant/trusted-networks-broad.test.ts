import check from '../../../src/checks/home-assistant/trusted-networks-broad.js';
import { testCheck } from '../../support/test-check.js';
import { authOf, httpOf, networkOf } from '../../support/home-assistant.js';

const trusting = (networks: string[], more = {}) => ({
  'home-assistant.config-auth': authOf({ type: 'homeassistant' }, { type: 'trusted_networks', networks: networks.map(networkOf), ...more }),
});

testCheck(check, {
  fail: [
    { name: 'a /16', facts: trusting(['192.168.0.0/16']), because: '192.168.0.0/16 is let in' },
    { name: 'a wide IPv6 network among small ones', facts: trusting(['192.168.77.0/24', 'fd00::/8']), because: 'fd00::/8 is let in' },
    { name: 'every address', facts: trusting(['0.0.0.0/0', '::/0']) },
    {
      name: 'a network that is a proxy, too',
      facts: {
        ...trusting(['10.0.0.2/32']),
        'home-assistant.config-http': httpOf({ trustedProxies: { value: [networkOf('10.0.0.2/32')] } }),
      },
    },
    {
      name: 'before 0.101 under http:',
      facts: {
        'home-assistant.config-auth': authOf(),
        'home-assistant.config-http': httpOf({ trustedNetworks: [networkOf('10.0.0.0/8')] }),
      },
    },
  ],
  pass: [
    { name: 'no such provider', facts: { 'home-assistant.config-auth': authOf({ type: 'homeassistant' }) } },
    { name: 'single addresses', facts: trusting(['10.66.0.5/32', '10.66.0.6']) },
    { name: 'one network of one house', facts: trusting(['192.168.77.0/24']) },
  ],
  unknown: [
    { name: 'the list stands in a file that is not here', facts: trusting([], { unresolved: 'networks.yaml is not in the folder' }) },
  ],
});
