import check from '../../../src/checks/webssh/plaintext.js';
import { testCheck } from '../../support/test-check.js';
import { login } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'the login page over plain HTTP', facts: login() },
    { name: 'the way to the first account over plain HTTP', facts: login({ status: 302, location: '/register' }) },
  ],
  pass: [
    { name: 'inside TLS', facts: login(), subject: { tls: true } },
    { name: 'sent to TLS', facts: login({ status: 301, location: 'https://box.lan/login' }) },
  ],
  'not-applicable': [{ name: 'on loopback', facts: login(), context: { exposure: 'loopback' } }],
});
