import check from '../../../src/checks/containerssh/ssh-weak-mac.js';
import { sshConfigOf } from '../../support/containerssh-config.js';
import { foreignOffer, offerOf } from '../../support/containerssh-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'one was switched on', facts: offerOf({ macs: ['hmac-sha1', 'hmac-sha2-256'] }), because: 'hmac-sha1' }],
  pass: [{ name: 'the defaults', facts: offerOf() }],
  unknown: [{ name: 'another server under its name', facts: foreignOffer() }],
});

testFiles(check, {
  fail: [{ name: 'one is named', facts: sshConfigOf({ macs: { value: ['hmac-sha1'] } }), because: 'hmac-sha1' }],
  pass: [
    { name: 'not set', facts: sshConfigOf(), because: 'defaults' },
    {
      name: 'beside a wire that tells nothing',
      facts: { ...foreignOffer(), ...sshConfigOf({ macs: { value: ['hmac-sha2-256'] } }) },
      because: 'from its files',
    },
  ],
  unknown: [{ name: 'no list', facts: sshConfigOf({ macs: { value: null, unresolved: 'it is not a list' } }) }],
});
