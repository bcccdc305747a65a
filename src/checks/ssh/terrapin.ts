import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'ssh/terrapin',
  title: 'SSH notices when somebody cuts messages out of the handshake (Terrapin)',
  severity: 'medium',
  subject: 'ssh',
  requires: ['ssh.algorithms'],
  rationale:
    'CVE-2023-48795: with ChaCha20-Poly1305, or CBC with an encrypt-then-MAC, whoever sits in between can drop the first messages after the key exchange unseen, and with them protections that both sides had agreed on.',
  remediation: {
    default:
      'Update the SSH server (OpenSSH 9.6, Dropbear 2024.84, libssh 0.10.6, x/crypto 0.17 or later, or the distribution’s backport): it then offers strict key exchange. Until then set `Ciphers -chacha20-poly1305@openssh.com,*-cbc`.',
    'home-assistant': 'Update the SSH add-on (app), and Home Assistant OS for port 22222.',
    containerssh: 'Update to ContainerSSH 0.5.0 or later.',
    beszel: 'Update the Beszel agent.',
  },
  references: ['https://terrapin-attack.com/', 'https://nvd.nist.gov/vuln/detail/CVE-2023-48795'],
  mapping: { cwe: [354] },

  evaluate({ 'ssh.algorithms': { ciphers, macs, strictKex } }) {
    if (strictKex) return pass('it offers strict key exchange', saw('ssh.algorithms', 'kex-strict-s-v00@openssh.com'));
    if (ciphers.length === 0) return notApplicable('it offers no cipher at all');
    const chacha = ciphers.filter((name) => name.startsWith('chacha20-poly1305'));
    const cbc = ciphers.filter((name) => name.includes('-cbc'));
    const etm = macs.filter((name) => name.endsWith('-etm@openssh.com'));
    const affected = [...chacha, ...(etm.length > 0 ? cbc.map((name) => `${name} with ${etm[0]}`) : [])];
    const without = saw('ssh.algorithms', 'no kex-strict-s-v00@openssh.com');
    if (affected.length === 0) return pass('it offers no cipher that can be cut', saw('ssh.algorithms', ciphers.join(', ')));
    return fail('it offers no strict key exchange', without, ...affected.map((name) => saw('ssh.algorithms', name)));
  },
});
