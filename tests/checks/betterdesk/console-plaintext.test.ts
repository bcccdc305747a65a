import check from '../../../src/checks/betterdesk/console-plaintext.js';
import { page } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a login over plain HTTP', facts: page() }],
  pass: [{ name: 'inside TLS', facts: page(), subject: { tls: true } }],
  'not-applicable': [
    { name: 'on loopback', facts: page(), context: { exposure: 'loopback' as const } },
    { name: 'no page', facts: page({ status: 301 }) },
  ],
});
