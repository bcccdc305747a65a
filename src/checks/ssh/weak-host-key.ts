import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

/** NIST SP 800-57 part 1 revision 5, table 2: 112 bits of strength. */
const RSA_MIN_BITS = 2048;

export default defineCheck({
  id: 'ssh/weak-host-key',
  title: 'SSH host keys are long enough',
  severity: 'medium',
  subject: 'ssh',
  requires: ['ssh.host-keys'],
  considers: ['ssh.unproven-host-keys'],
  rationale: 'Who can compute the private half of a host key can be this server towards everybody who trusts it.',
  remediation: {
    default:
      'Make a new key (`ssh-keygen -t ed25519 -f /etc/ssh/ssh_host_ed25519_key`, for Dropbear `dropbearkey`), name it as `HostKey` in /etc/ssh/sshd_config and drop the short one.',
    containerssh: 'Give ContainerSSH an Ed25519 key under `ssh.hostkeys`.',
  },
  references: ['https://doi.org/10.6028/NIST.SP.800-57pt1r5', 'https://man.openbsd.org/sshd_config#HostKey'],
  mapping: { cwe: [326] },

  evaluate({ 'ssh.host-keys': keys }, _context, { 'ssh.unproven-host-keys': unproven }) {
    const short = keys.filter(({ type, bits }) => type === 'ssh-dss' || (type === 'ssh-rsa' && bits < RSA_MIN_BITS));
    const shown = (list: typeof keys) =>
      list.map(({ type, bits, fingerprint }) => saw('ssh.host-keys', `${type}, ${bits} bits, ${fingerprint}`));
    if (short.length > 0) {
      return fail(`it holds ${short.map(({ type, bits }) => `${type} with ${bits} bits`).join(' and ')}`, ...shown(short));
    }
    const unseen = valueOf(unproven)?.filter(({ asked }) => !asked) ?? [];
    if (unseen.length > 0)
      return unknown(`${unseen.map(({ type }) => type).join(', ')} could not be looked at: ${unseen[0]!.because}`, ...shown(keys));
    return pass('each is long enough', ...shown(keys));
  },
});
