import check from '../../../src/checks/home-assistant/proxy-and-network-trusted.js';
import { authOf, httpOf, networkOf } from '../../support/home-assistant.js';
import { testCheck } from '../../support/test-check.js';

const behindProxy = httpOf({ useXForwardedFor: { value: true }, trustedProxies: { value: [networkOf('192.168.0.0/24')] } });
const trusting = authOf({ type: 'trusted_networks', networks: [networkOf('192.168.0.0/24')] });
const both = (http: ReturnType<typeof httpOf>, auth: ReturnType<typeof authOf>) => ({
  'home-assistant.config-http': http,
  'home-assistant.config-auth': auth,
});

testCheck(check, {
  fail: [{ name: 'a network is both', facts: both(behindProxy, trusting), because: 'a proxy names the address' }],
  pass: [
    { name: 'a proxy alone', facts: both(behindProxy, authOf()) },
    { name: 'networks alone', facts: both(httpOf(), trusting) },
  ],
});
