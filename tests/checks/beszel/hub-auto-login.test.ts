import { hiddenSetting, hubs, info } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-auto-login.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the version and the key are open', facts: info('open', '0.18.8') }],
  pass: [
    { name: 'it wants a login', facts: info('login') },
    { name: 'a release without it', facts: info('absent') },
  ],
});

testFiles(check, {
  fail: [{ name: 'set', facts: hubs({ autoLogin: { value: true } }) }],
  pass: [{ name: 'not set', facts: hubs({}) }],
  unknown: [{ name: 'hidden', facts: hubs({ autoLogin: hiddenSetting }) }],
});
