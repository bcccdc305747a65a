import check from '../../../src/checks/webssh/cookie-not-secure.js';
import { testCheck } from '../../support/test-check.js';
import { session } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'without Secure', facts: session({ secure: false }) }],
  pass: [{ name: 'with Secure', facts: session() }],
});
