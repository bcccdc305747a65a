import check from '../../../src/checks/webssh/known-secret-key.js';
import { testCheck } from '../../support/test-check.js';
import { session } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'the placeholder of the compose file', facts: session({ publishedKey: '<YOUR-SECRET-KEY>' }), because: 'placeholder' }],
  pass: [{ name: 'none of the list', facts: session(), because: 'not one of 9 published values' }],
  unknown: [{ name: 'a cookie of another make', facts: session({ signed: false }) }],
});
