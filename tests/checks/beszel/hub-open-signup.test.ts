import { signUp } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-open-signup.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'only the password was missed', facts: signUp('open') }],
  pass: [
    { name: 'superusers only', facts: signUp('closed') },
    { name: 'by a provider', facts: signUp('by provider') },
  ],
});
