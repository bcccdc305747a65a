import check from '../../../src/checks/http/plaintext-login.js';
import { testCheck } from '../../support/test-check.js';
import { final, root } from '../../support/web-facts.js';

const form = { ...root(), ...final({ passwordFields: 1, path: '/login' }) };
const basic = { ...root({ status: 401, headers: { 'www-authenticate': 'Basic realm="box"' } }), ...final() };
const bearer = { ...root({ status: 401, headers: { 'www-authenticate': 'Bearer' } }), ...final() };

testCheck(check, {
  fail: [
    { name: 'a login form', facts: form },
    { name: 'Basic authentication', facts: basic, because: 'every request' },
    { name: 'on a public address', facts: form, context: { exposure: 'public' } },
  ],
  pass: [{ name: 'inside TLS', facts: form, subject: { tls: true } }],
  'not-applicable': [
    { name: 'no login', facts: { ...root(), ...final() } },
    { name: 'a token instead of a password', facts: bearer },
    { name: 'on loopback', facts: form, context: { exposure: 'loopback' } },
  ],
});
