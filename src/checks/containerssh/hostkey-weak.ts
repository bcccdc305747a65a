import { couldBeOffered } from '../../knowledge/containerssh.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';
import { FOREIGN_OFFER } from '../containerssh-offer.js';

/** NIST SP 800-57 part 1 revision 5, table 2: 128 bits of strength. ContainerSSH itself makes keys of 4096. */
const RSA_MIN_BITS = 3072;

export default defineCheck({
  id: 'containerssh/hostkey-weak',
  title: 'The host keys of ContainerSSH are Ed25519, or RSA with 3072 bits and more',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['ssh.host-keys', 'ssh.algorithms'],
  rationale:
    'Who can compute the private half can be this server towards everybody. ContainerSSH takes RSA with 1024 bits without a warning.',
  remediation:
    'Make a key with `ssh-keygen -t ed25519 -f /etc/containerssh/host_ed25519 -N ""` and name the file in `ssh.hostkeys` of config.yaml.',
  references: ['https://containerssh.io/reference/ssh/', 'https://doi.org/10.6028/NIST.SP.800-57pt1r5'],
  mapping: { cwe: [326] },

  evaluate({ 'ssh.host-keys': keys, 'ssh.algorithms': offer }) {
    const weak = keys.filter(({ type, bits }) => type === 'ssh-dss' || (type === 'ssh-rsa' && bits < RSA_MIN_BITS));
    const shown = (weak.length > 0 ? weak : keys).map(({ type, bits }) => saw('ssh.host-keys', `${type}, ${bits} bits`));
    if (weak.length > 0) return fail(`it holds ${weak.map(({ type, bits }) => `${type} with ${bits} bits`).join(' and ')}`, ...shown);
    return couldBeOffered(offer) ? pass('each is long enough', ...shown) : unknown(FOREIGN_OFFER);
  },
});
