import check from '../../../src/checks/betterdesk/headers.js';
import { page } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a proxy took one away', facts: page({ headers: { 'x-frame-options': 'DENY' } }), because: 'content-security-policy' }],
  pass: [{ name: 'all are there', facts: page() }],
  'not-applicable': [{ name: 'no page', facts: page({ status: 301 }) }],
});
