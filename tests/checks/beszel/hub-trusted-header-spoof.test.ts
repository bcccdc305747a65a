import { hiddenSetting, hubs } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-trusted-header-spoof.js';
import { testCheck } from '../../support/test-check.js';

const trustedHeader = { value: 'X-Remote-Email' };

testCheck(check, {
  fail: [
    { name: 'everybody reaches the port', facts: hubs({ trustedHeader }) },
    { name: 'who reaches it is not known', facts: hubs({ trustedHeader, listen: { value: null, unresolved: 'x' } }) },
  ],
  pass: [
    { name: 'not set', facts: hubs({}) },
    { name: 'the proxy on this host alone', facts: hubs({ trustedHeader, listen: { value: 'loopback' } }) },
  ],
  unknown: [{ name: 'hidden', facts: hubs({ trustedHeader: hiddenSetting }) }],
});
