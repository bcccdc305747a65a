import check from '../../../src/checks/betterdesk/console-plaintext.js';
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
  fail: [{ name: 'a login over plain HTTP', facts: page() }],
  pass: [{ name: 'inside TLS', facts: page(), subject: { tls: true } }],
  'not-applicable': [
    { name: 'on loopback', facts: page(), context: { exposure: 'loopback' as const } },
    { name: 'no page', facts: page({ status: 301 }) },
  ],
});
