import check from '../../../src/checks/containerssh/ssh-no-strict-kex.js';
import { configOf } from '../../support/containerssh-config.js';
import { foreignOffer, offerOf, offerOf04 } from '../../support/containerssh-facts.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: '0.4.1', facts: offerOf04() }],
  pass: [
    { name: '0.5 and later', facts: offerOf() },
    {
      name: '0.4 with nothing that can be cut',
      facts: { 'ssh.algorithms': { ...offerOf04()['ssh.algorithms'], ciphers: ['aes128-ctr'], macs: ['hmac-sha2-256'] } },
    },
  ],
  unknown: [{ name: 'another server under its name', facts: foreignOffer() }],
});

testFiles(check, {
  pass: [{ name: 'a key of 0.5', facts: configOf({ laterKey: { text: 'health', place: { file: 'config.yaml', line: 3 } } }) }],
  'not-applicable': [{ name: 'no key tells', facts: configOf() }],
});
