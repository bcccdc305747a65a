import check from '../../../src/checks/betterdesk/cookie-not-secure.js';
import { testCheck } from '../../support/test-check.js';

const page = (over: object = {}) => ({
  'betterdesk-console.login-page': {
    status: 200,
    version: '2.3.0',
    ours: true,
    csrfCookie: { secure: false, httpOnly: true, sameSite: 'Lax' },
    csrfHash: 'other secret' as const,
    headers: {
      'content-security-policy': "default-src 'self';script-src 'self'",
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    },
    claimsHttps: false,
    ...over,
  },
});

testCheck(check, {
  fail: [{ name: 'without Secure inside TLS', facts: page(), subject: { tls: true } }],
  pass: [{ name: 'with Secure', facts: page({ csrfCookie: { secure: true, httpOnly: true, sameSite: 'Lax' } }), subject: { tls: true } }],
  'not-applicable': [
    { name: 'plain HTTP', facts: page() },
    { name: 'no cookie', facts: page({ csrfCookie: null }), subject: { tls: true } },
  ],
});
