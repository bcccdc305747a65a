import { generationOf } from '../../knowledge/containerssh.js';
import { defineCheck, fail, notApplicable, pass, passWith, saw, unknown } from '../check.js';
import { AT_THE_FRONT, isFront } from '../containerssh-files.js';
import { FOREIGN_OFFER } from '../containerssh-offer.js';

/** The key is of 0.5 and so is the library with strict key exchange; the running program may still be another. */
const BY_ITS_KEYS = 80;

export default defineCheck({
  id: 'containerssh/ssh-no-strict-kex',
  title: 'ContainerSSH notices when somebody cuts messages out of the handshake',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['ssh.algorithms'],
  files: {
    requires: ['containerssh.config'],
    evaluate({ 'containerssh.config': { laterKey } }, context) {
      if (!isFront(context)) return notApplicable(AT_THE_FRONT);
      if (!laterKey) return notApplicable('no key of the file tells which release it is for');
      const exhibit = saw('containerssh.config', `${laterKey.text}: a key of 0.5 and later`, laterKey.place);
      return passWith({ confidence: BY_ITS_KEYS }, 'it is for 0.5 or later, which have strict key exchange', exhibit);
    },
  },
  rationale:
    'CVE-2023-48795 (Terrapin): without strict key exchange, ChaCha20-Poly1305 lets whoever sits in between drop the first messages unseen.',
  remediation: 'Update ContainerSSH to 0.5.0 or later.',
  references: ['https://terrapin-attack.com/', 'https://github.com/ContainerSSH/ContainerSSH/releases'],
  mapping: { cwe: [354] },

  evaluate({ 'ssh.algorithms': offer }) {
    const generation = generationOf(offer);
    if (generation === undefined) return unknown(FOREIGN_OFFER);
    if (generation === '0.5') return pass('it offers strict key exchange', saw('ssh.algorithms', 'kex-strict-s-v00@openssh.com'));
    const exposed = offer.ciphers.some((name) => name.startsWith('chacha20')) || offer.macs.some((name) => name.includes('-etm@'));
    const exhibit = saw('ssh.algorithms', 'no kex-strict-s-v00@openssh.com');
    if (!exposed) return pass('it offers nothing that could be cut', saw('ssh.algorithms', offer.ciphers.join(', ')));
    return fail('it offers no strict key exchange, as releases before 0.5', exhibit);
  },
});
