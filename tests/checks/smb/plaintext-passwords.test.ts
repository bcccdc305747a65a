import check from '../../../src/checks/smb/plaintext-passwords.js';
import { negotiate } from '../../support/smb-facts.js';
import { testCheck } from '../../support/test-check.js';

const smb1 = (challengeResponse: boolean) =>
  negotiate({ smb1: true, smb1Security: { userLevel: true, challengeResponse, signing: { enabled: false, required: false } } });

testCheck(check, {
  fail: [{ name: '`encrypt passwords = no`', facts: smb1(false) }],
  pass: [{ name: 'a challenge is sent', facts: smb1(true) }],
  'not-applicable': [{ name: 'SMB1 is off', facts: negotiate() }],
});
