import check from '../../../src/checks/containerssh/cfg-weak-ssh.js';
import { sshConfigOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'a key exchange', facts: sshConfigOf({ kex: { value: ['diffie-hellman-group14-sha1'] } }) },
    { name: 'a cipher', facts: sshConfigOf({ ciphers: { value: ['aes128-ctr', 'aes128-cbc'] } }), because: 'aes128-cbc' },
    { name: 'a MAC', facts: sshConfigOf({ macs: { value: ['hmac-sha1-96'] } }) },
  ],
  pass: [
    { name: 'nothing set', facts: sshConfigOf() },
    { name: 'an empty list: nobody can connect', facts: sshConfigOf({ ciphers: { value: [] } }) },
  ],
  unknown: [{ name: 'no list', facts: sshConfigOf({ macs: { value: null, unresolved: 'it is no list' } }) }],
});
