import check from '../../../src/checks/betterdesk/headers.js';
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
  fail: [{ name: 'a proxy took one away', facts: page({ headers: { 'x-frame-options': 'DENY' } }), because: 'content-security-policy' }],
  pass: [{ name: 'all are there', facts: page() }],
  'not-applicable': [{ name: 'no page', facts: page({ status: 301 }) }],
});
