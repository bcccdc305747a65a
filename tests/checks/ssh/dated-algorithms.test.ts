import check from '../../../src/checks/ssh/dated-algorithms.js';
import { algorithms } from '../../support/ssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const tightened = {
  kex: ['mlkem768x25519-sha256', 'curve25519-sha256'],
  serverHostKey: ['ssh-ed25519'],
  ciphers: ['aes256-gcm@openssh.com'],
  macs: ['hmac-sha2-256-etm@openssh.com'],
};

testCheck(check, {
  pass: [{ name: 'a tightened server', facts: algorithms(tightened) }],
  fail: [
    { name: 'OpenSSH 9.2 as shipped', facts: algorithms(), because: 'hmac-sha1' },
    { name: 'a short tag', facts: algorithms({ ...tightened, macs: ['umac-64-etm@openssh.com'] }), because: 'umac-64' },
  ],
});
