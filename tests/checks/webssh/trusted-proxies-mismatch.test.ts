import check from '../../../src/checks/webssh/trusted-proxies-mismatch.js';
import { testCheck } from '../../support/test-check.js';
import { configOf, everyAddress } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'a proxy is believed on an open port', facts: configOf({ openPorts: [everyAddress] }), because: 'whoever' },
    { name: 'none is believed behind one', facts: configOf({ trustedProxies: { value: null } }), because: 'as one' },
  ],
  pass: [
    { name: 'a proxy, and loopback', facts: configOf() },
    { name: 'no proxy, none believed', facts: configOf({ trustedProxies: { value: '0' }, proxied: false, openPorts: [everyAddress] }) },
  ],
  unknown: [
    { name: 'an environment file alone', facts: configOf({ openPorts: null }) },
    { name: 'from elsewhere', facts: configOf({ trustedProxies: { value: null, unresolved: 'KEY is not set in a file' } }) },
  ],
});
