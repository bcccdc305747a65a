import check from '../../../src/checks/containerssh/hostkey-weak.js';
import { foreignOffer, offerOf } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const key = (type: string, bits: number) => ({ 'ssh.host-keys': [{ type, bits, fingerprint: 'SHA256:x' }] });

testCheck(check, {
  fail: [
    { name: 'RSA 2048', facts: { ...offerOf(), ...key('ssh-rsa', 2048) }, because: '2048' },
    { name: 'RSA 1024, whoever shows it', facts: { ...foreignOffer(), ...key('ssh-rsa', 1024) } },
    { name: 'DSA', facts: { ...offerOf(), ...key('ssh-dss', 1024) } },
  ],
  pass: [
    { name: 'Ed25519', facts: { ...offerOf(), ...key('ssh-ed25519', 256) } },
    { name: 'RSA 4096, as it makes one itself', facts: { ...offerOf(), ...key('ssh-rsa', 4096) } },
  ],
  unknown: [{ name: 'another server under its name', facts: { ...foreignOffer(), ...key('ssh-ed25519', 256) } }],
});
