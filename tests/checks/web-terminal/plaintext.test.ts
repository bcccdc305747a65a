import check from '../../../src/checks/web-terminal/plaintext.js';
import { testCheck } from '../../support/test-check.js';
import { page } from '../../support/web-terminal-facts.js';

testCheck(check, {
  fail: [
    { name: 'plain HTTP', facts: page() },
    { name: 'plain HTTP with a login', facts: page({ door: 'login' }) },
  ],
  pass: [
    { name: 'inside TLS', facts: page(), subject: { tls: true } },
    { name: 'sent to TLS', facts: page({ door: 'to-tls' }) },
    { name: 'refused on a public address', facts: page({ door: 'forbidden' }), context: { exposure: 'public' } },
  ],
  unknown: [{ name: 'refused on a private address', facts: page({ door: 'forbidden' }) }],
  'not-applicable': [{ name: 'on loopback', facts: page(), context: { exposure: 'loopback' } }],
});
