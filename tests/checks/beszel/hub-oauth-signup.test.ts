import { hiddenSetting, hubs, signIn, signUp } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-oauth-signup.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const withProviders = (...names: string[]) => ({ ...signUp('by provider'), 'beszel-hub.sign-in': signIn(true, false, ...names) });

testCheck(check, {
  fail: [{ name: 'a provider', facts: withProviders('oidc') }],
  pass: [
    { name: 'superusers only', facts: signUp('closed') },
    { name: 'no provider', facts: withProviders() },
  ],
  'not-applicable': [{ name: 'anybody may', facts: signUp('open') }],
  unknown: [{ name: 'the providers were not seen', facts: signUp('by provider') }],
});

testFiles(check, {
  fail: [{ name: 'set', facts: hubs({ userCreation: { value: true } }) }],
  pass: [{ name: 'not set', facts: hubs({}) }],
  unknown: [{ name: 'hidden', facts: hubs({ userCreation: hiddenSetting }) }],
});
