import check from '../../../src/checks/smb/signing-not-required.js';
import { negotiate } from '../../support/smb-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'enabled, not required', facts: negotiate() },
    { name: 'off', facts: negotiate({ signing: { enabled: false, required: false } }) },
  ],
  pass: [{ name: '`server signing = mandatory`', facts: negotiate({ signing: { enabled: true, required: true } }) }],
});
