import check from '../../../src/checks/ssh/post-quantum.js';
import { algorithms } from '../../support/ssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  pass: [
    { name: 'OpenSSH 9.2', facts: algorithms() },
    { name: 'ML-KEM alone', facts: algorithms({ kex: ['mlkem768x25519-sha256'] }) },
  ],
  fail: [{ name: 'Dropbear 2022', facts: algorithms({ kex: ['curve25519-sha256', 'diffie-hellman-group14-sha1'] }) }],
});
