import check from '../../../src/checks/betterdesk/csp-unsafe.js';
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
  fail: [
    {
      name: 'as it is delivered',
      facts: page({ headers: { 'content-security-policy': "default-src 'self';script-src 'self' 'unsafe-inline' 'unsafe-eval'" } }),
    },
    { name: 'nothing about scripts', facts: page({ headers: { 'content-security-policy': "frame-ancestors 'self'" } }) },
  ],
  pass: [{ name: 'a strict one', facts: page() }],
  'not-applicable': [{ name: 'no policy', facts: page({ headers: {} }) }],
});
