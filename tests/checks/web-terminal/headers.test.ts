import check from '../../../src/checks/web-terminal/headers.js';
import { testCheck } from '../../support/test-check.js';
import { page } from '../../support/web-terminal-facts.js';

testCheck(check, {
  fail: [{ name: 'neither', facts: page() }],
  pass: [{ name: 'one of them', facts: page({ headers: { 'x-frame-options': 'SAMEORIGIN' } }) }],
  'not-applicable': [{ name: 'a login page without them', facts: page({ door: 'login' }) }],
});
