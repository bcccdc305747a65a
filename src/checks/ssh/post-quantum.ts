import { isPostQuantum } from '../../knowledge/ssh-algorithms.js';
import { defineCheck, fail, pass, saw } from '../check.js';

/** Names in the list that are no methods: RFC 8308 section 2.1, and the marker of strict key exchange. */
const MARKER = /^(ext-info|kex-strict)-/;

export default defineCheck({
  id: 'ssh/post-quantum',
  title: 'SSH sessions recorded today stay unreadable for a quantum computer',
  severity: 'info',
  subject: 'ssh',
  requires: ['ssh.algorithms'],
  rationale: 'Traffic can be kept now and decrypted when the machine exists. Only a key exchange with a post-quantum part prevents that.',
  remediation:
    'Update the SSH server: OpenSSH 9.0 and Dropbear 2025.87 bring sntrup761x25519-sha512, OpenSSH 9.9 mlkem768x25519-sha256; then leave them in `KexAlgorithms`.',
  references: ['https://www.openssh.com/pq.html'],
  mapping: { cwe: [327] },

  evaluate({ 'ssh.algorithms': { kex } }) {
    const methods = kex.filter((name) => !MARKER.test(name));
    const ready = methods.filter(isPostQuantum);
    if (ready.length > 0) return pass('it offers a post-quantum key exchange', saw('ssh.algorithms', ready.join(', ')));
    return fail('none of its key exchange methods has a post-quantum part', saw('ssh.algorithms', methods.join(', ')));
  },
});
