import check from '../../../src/checks/ssh/terrapin.js';
import { algorithms } from '../../support/ssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const old = (ciphers: string[], macs: string[]) => algorithms({ strictKex: false, ciphers, macs });

testCheck(check, {
  pass: [
    { name: 'ChaCha20 with strict key exchange', facts: algorithms() },
    { name: 'counter mode needs none', facts: old(['aes256-ctr', 'aes256-gcm@openssh.com'], ['hmac-sha2-256-etm@openssh.com']) },
    { name: 'CBC with MAC-then-encrypt', facts: old(['aes256-cbc'], ['hmac-sha2-256']) },
  ],
  fail: [
    { name: 'ChaCha20 without it', facts: old(['chacha20-poly1305@openssh.com', 'aes256-ctr'], ['hmac-sha2-256']) },
    { name: 'CBC with encrypt-then-MAC', facts: old(['aes128-cbc'], ['hmac-sha1-etm@openssh.com']) },
  ],
  'not-applicable': [{ name: 'a server without ciphers', facts: old([], []) }],
});
