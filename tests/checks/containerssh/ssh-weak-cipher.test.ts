import check from '../../../src/checks/containerssh/ssh-weak-cipher.js';
import { sshConfigOf } from '../../support/containerssh-config.js';
import { foreignOffer, offerOf } from '../../support/containerssh-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'one was switched on', facts: offerOf({ ciphers: ['arcfour', 'aes128-ctr'] }), because: 'arcfour' }],
  pass: [{ name: 'the defaults', facts: offerOf() }],
  unknown: [{ name: 'another server under its name', facts: foreignOffer() }],
});

testFiles(check, {
  fail: [{ name: 'one is named', facts: sshConfigOf({ ciphers: { value: ['arcfour'] } }), because: 'arcfour' }],
  pass: [
    { name: 'not set', facts: sshConfigOf(), because: 'defaults' },
    {
      name: 'beside a wire that tells nothing',
      facts: { ...foreignOffer(), ...sshConfigOf({ ciphers: { value: ['aes128-ctr'] } }) },
      because: 'from its files',
    },
  ],
  unknown: [{ name: 'no list', facts: sshConfigOf({ ciphers: { value: null, unresolved: 'it is not a list' } }) }],
});
