import check from '../../../src/checks/containerssh/ssh-weak-kex.js';
import { sshConfigOf } from '../../support/containerssh-config.js';
import { foreignOffer, offerOf } from '../../support/containerssh-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    {
      name: 'one was switched on',
      facts: offerOf({ kex: ['diffie-hellman-group1-sha1', 'ecdh-sha2-nistp256'] }),
      because: 'diffie-hellman-group1-sha1',
    },
  ],
  pass: [{ name: 'the defaults', facts: offerOf() }],
  unknown: [{ name: 'another server under its name', facts: foreignOffer() }],
});

testFiles(check, {
  fail: [
    { name: 'one is named', facts: sshConfigOf({ kex: { value: ['diffie-hellman-group1-sha1'] } }), because: 'diffie-hellman-group1-sha1' },
  ],
  pass: [
    { name: 'not set', facts: sshConfigOf(), because: 'defaults' },
    {
      name: 'beside a wire that tells nothing',
      facts: { ...foreignOffer(), ...sshConfigOf({ kex: { value: ['ecdh-sha2-nistp256'] } }) },
      because: 'from its files',
    },
  ],
  unknown: [{ name: 'no list', facts: sshConfigOf({ kex: { value: null, unresolved: 'it is not a list' } }) }],
});
