import { hubs, signIn } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-superuser-no-mfa.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a password alone', facts: { 'beszel-hub.superuser-sign-in': signIn(true, false) } }],
  pass: [
    { name: 'a second factor', facts: { 'beszel-hub.superuser-sign-in': signIn(true, true) } },
    { name: 'no password at all', facts: { 'beszel-hub.superuser-sign-in': signIn(false, false, 'oidc') } },
  ],
});

testFiles(check, {
  fail: [
    { name: 'not set', facts: hubs({}) },
    { name: 'superusers keep their passwords', facts: hubs({ passwordDisabled: { value: true } }) },
  ],
  pass: [{ name: 'for superusers', facts: hubs({ mfa: { value: 'superusers' } }) }],
});
