import { hiddenSetting, hubs, signIn } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-password-only.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a password alone', facts: { 'beszel-hub.sign-in': signIn(true, false) } }],
  pass: [
    { name: 'a second factor', facts: { 'beszel-hub.sign-in': signIn(true, true) } },
    { name: 'no password at all', facts: { 'beszel-hub.sign-in': signIn(false, false, 'oidc') } },
  ],
});

testFiles(check, {
  fail: [
    { name: 'not set', facts: hubs({}) },
    { name: 'for superusers alone', facts: hubs({ mfa: { value: 'superusers' } }) },
  ],
  pass: [
    { name: 'for everybody', facts: hubs({ mfa: { value: 'true' } }) },
    { name: 'no passwords', facts: hubs({ passwordDisabled: { value: true } }) },
  ],
  unknown: [{ name: 'hidden', facts: hubs({ mfa: hiddenSetting }) }],
});
