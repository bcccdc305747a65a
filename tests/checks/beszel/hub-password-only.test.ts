import { signIn } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-password-only.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a password alone', facts: { 'beszel-hub.sign-in': signIn(true, false) } }],
  pass: [
    { name: 'a second factor', facts: { 'beszel-hub.sign-in': signIn(true, true) } },
    { name: 'no password at all', facts: { 'beszel-hub.sign-in': signIn(false, false, 'oidc') } },
  ],
});
