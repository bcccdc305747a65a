import check from '../../../src/checks/home-assistant/trusted-proxies-broad.js';
import { httpOf, networkOf } from '../../support/home-assistant.js';
import { testCheck } from '../../support/test-check.js';

const proxied = (networks: string[] | null, more = {}) => ({
  'home-assistant.config-http': httpOf({
    useXForwardedFor: { value: true },
    trustedProxies: { value: networks?.map(networkOf) ?? null },
    ...more,
  }),
});

testCheck(check, {
  fail: [
    { name: 'the whole network of the house', facts: proxied(['192.168.77.0/24', '::1']), because: '192.168.77.0/24 may' },
    { name: 'every address', facts: proxied(['0.0.0.0/0']) },
    { name: 'a release without a list', facts: proxied([]), because: 'any visitor' },
  ],
  pass: [
    { name: 'one address', facts: proxied(['172.30.33.4']) },
    { name: 'the network of the NGINX add-on', facts: proxied(['172.30.33.0/24']) },
  ],
  unknown: [
    { name: 'a stored copy without prefix lengths', facts: proxied(['192.168.77.0'], { widthsKnown: false }) },
    { name: 'a secret that is not here', facts: proxied(null) },
  ],
  'not-applicable': [{ name: 'the header is ignored', facts: { 'home-assistant.config-http': httpOf() } }],
});
