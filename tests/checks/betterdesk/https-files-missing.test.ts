import check from '../../../src/checks/betterdesk/https-files-missing.js';
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
  fail: [{ name: 'HSTS over plain HTTP', facts: page({ claimsHttps: true }) }],
  pass: [{ name: 'inside TLS', facts: page({ claimsHttps: true }), subject: { tls: true } }],
  'not-applicable': [{ name: 'never meant to be HTTPS', facts: page() }],
});

testFiles(check, {
  fail: [
    { name: 'no certificate is named', facts: config({ certificate: { value: null } }), because: 'not named' },
    { name: 'the file is not there', facts: config({ absent: ['/etc/cert.pem'] }), because: 'not there' },
  ],
  pass: [{ name: 'both are named', facts: config() }],
  unknown: [{ name: 'the path comes from elsewhere', facts: config({ key: { value: null, unresolved: 'a variable' } }) }],
  'not-applicable': [{ name: 'HTTPS is off', facts: config({ https: { value: null } }) }],
});
