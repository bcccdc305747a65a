import check from '../../../src/checks/betterdesk/cookie-not-secure.js';
import { page } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'without Secure inside TLS', facts: page(), subject: { tls: true } }],
  pass: [{ name: 'with Secure', facts: page({ csrfCookie: { secure: true, httpOnly: true, sameSite: 'Lax' } }), subject: { tls: true } }],
  'not-applicable': [
    { name: 'plain HTTP', facts: page() },
    { name: 'no cookie', facts: page({ csrfCookie: null }), subject: { tls: true } },
  ],
});
