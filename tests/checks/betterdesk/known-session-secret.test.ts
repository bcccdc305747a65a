import check from '../../../src/checks/betterdesk/known-session-secret.js';
import { testCheck, testFiles } from '../../support/test-check.js';

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
const config = (over: object = {}) => ({
  'betterdesk-console.config': {
    https: { value: true, place: { file: '.env', line: 1 } },
    certificate: { value: '/etc/cert.pem', place: { file: '.env', line: 2 } },
    key: { value: '/etc/key.pem', place: { file: '.env', line: 3 } },
    absent: [],
    sessionSecret: { state: 'own' as const },
    ...over,
  },
});

testCheck(check, {
  fail: [{ name: 'the hash is that of a published secret', facts: page({ csrfHash: 'published secret', version: '' }) }],
  pass: [{ name: 'a console of 2.x with another hash', facts: page() }],
  unknown: [
    { name: 'a release whose formula is not known', facts: page({ version: '3.5.0' }) },
    { name: 'a cookie of another shape', facts: page({ csrfHash: 'unknown shape' }) },
  ],
});

testFiles(check, {
  fail: [
    { name: 'the published one', facts: config({ sessionSecret: { state: 'published' } }) },
    { name: 'a short one', facts: config({ sessionSecret: { state: 'short' } }), because: 'short' },
  ],
  pass: [{ name: 'one of its own', facts: config() }],
  unknown: [{ name: 'none is written', facts: config({ sessionSecret: { state: 'not set' } }) }],
});
