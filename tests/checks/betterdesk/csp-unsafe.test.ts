import check from '../../../src/checks/betterdesk/csp-unsafe.js';
import { page } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

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
