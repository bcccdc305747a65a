import check from '../../../src/checks/ssh/empty-passwords.js';
import { KEYS_ONLY, matching, sshConfigOf } from '../../support/ssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'yes', facts: sshConfigOf({ permitEmptyPasswords: { value: true } }) },
    { name: 'for some clients', facts: sshConfigOf({ conditional: [matching('permitemptypasswords', 'yes')] }) },
  ],
  pass: [{ name: 'the default', facts: sshConfigOf() }],
  unknown: [{ name: 'an include that is not here', facts: sshConfigOf({ unread: ['x'] }) }],
  'not-applicable': [{ name: 'keys only', facts: sshConfigOf({ ...KEYS_ONLY, permitEmptyPasswords: { value: true } }) }],
});
