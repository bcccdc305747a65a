import check from '../../../src/checks/home-assistant/plain-http.js';
import { httpOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [
    { name: 'on a private address', facts: root() },
    { name: 'on a public address', facts: root(), context: { exposure: 'public' }, because: 'public' },
  ],
  pass: [{ name: 'inside TLS', facts: root(), subject: { tls: true } }],
  'not-applicable': [{ name: 'on loopback', facts: root(), context: { exposure: 'loopback' } }],
});

testFiles(check, {
  fail: [{ name: 'no certificate', facts: { 'home-assistant.config-http': httpOf() } }],
  pass: [{ name: 'a certificate', facts: { 'home-assistant.config-http': httpOf({ certificate: { value: true } }) } }],
  unknown: [{ name: 'hidden', facts: { 'home-assistant.config-http': httpOf({ certificate: { value: null, unresolved: 'x' } }) } }],
});
