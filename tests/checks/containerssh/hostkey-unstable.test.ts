import check from '../../../src/checks/containerssh/hostkey-unstable.js';
import { testCheck } from '../../support/test-check.js';

const shown = (type: string, fingerprint: string) => ({
  'ssh.host-keys': [{ type: 'ssh-rsa', bits: 4096, fingerprint: 'SHA256:one' }],
  'containerssh.second-key': { type, fingerprint },
});

testCheck(check, {
  fail: [{ name: 'replicas with a key each', facts: shown('ssh-rsa', 'SHA256:two') }],
  unknown: [
    { name: 'the same twice says nothing about a restart', facts: shown('ssh-rsa', 'SHA256:one'), because: '--baseline' },
    { name: 'another type', facts: shown('ssh-ed25519', 'SHA256:two') },
  ],
});
