import check from '../../../src/checks/webssh/login-limit-bypass.js';
import { testCheck } from '../../support/test-check.js';
import { limit } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'lifted', facts: limit(5, true) }],
  pass: [{ name: 'not lifted', facts: limit(5, false) }],
  'not-applicable': [{ name: 'no limit', facts: limit(null) }],
});
