import check from '../../../src/checks/ssh/root-login.js';
import { KEYS_ONLY, matching, sshConfigOf } from '../../support/ssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'yes, and passwords by default', facts: sshConfigOf({ permitRootLogin: { value: 'yes' } }) },
    { name: 'for some clients', facts: sshConfigOf({ conditional: [matching('permitrootlogin', 'yes')] }), because: 'Match Address' },
    { name: 'by a key alone', facts: sshConfigOf({ ...KEYS_ONLY, permitRootLogin: { value: 'yes' } }), because: 'by a key alone' },
  ],
  pass: [
    { name: 'the default', facts: sshConfigOf() },
    { name: 'no', facts: sshConfigOf({ permitRootLogin: { value: 'no' } }) },
  ],
  unknown: [{ name: 'an include that is not here', facts: sshConfigOf({ unread: ['x'] }) }],
});
