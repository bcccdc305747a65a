import check from '../../../src/checks/ssh/weak-host-key.js';
import { testCheck } from '../../support/test-check.js';

const keys = (...list: [type: string, bits: number][]) => ({
  'ssh.host-keys': list.map(([type, bits]) => ({ type, bits, fingerprint: `SHA256:${type}${bits}` })),
});
const unproven = (asked: boolean) => ({ 'ssh.unproven-host-keys': [{ type: 'ssh-rsa', asked, because: 'the peer hung up' }] });

testCheck(check, {
  pass: [
    { name: 'Ed25519 and RSA with 3072 bits', facts: keys(['ssh-ed25519', 256], ['ssh-rsa', 3072]) },
    { name: 'RSA is advertised, but not held (Dropbear)', facts: { ...keys(['ssh-ed25519', 256]), ...unproven(true) } },
  ],
  fail: [
    { name: 'RSA with 1024 bits', facts: keys(['ssh-ed25519', 256], ['ssh-rsa', 1024]), because: '1024' },
    { name: 'DSA', facts: keys(['ssh-dss', 1024]) },
  ],
  unknown: [{ name: 'a key that could not be looked at', facts: { ...keys(['ssh-ed25519', 256]), ...unproven(false) } }],
});
