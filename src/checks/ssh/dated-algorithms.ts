import { algorithmsWith } from '../../knowledge/ssh-algorithms.js';
import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'ssh/dated-algorithms',
  title: 'SSH offers no dated or doubted algorithm',
  severity: 'info',
  subject: 'ssh',
  requires: ['ssh.algorithms'],
  rationale:
    'Nothing here can be broken today. These are the algorithms that today’s defaults still carry for old clients, and that go first when you tighten a server.',
  remediation:
    'Where no old client needs them, take them out, for instance with `KexAlgorithms -ecdh-sha2-*`, `MACs -hmac-sha1*,umac-64*` and `HostKeyAlgorithms -ecdsa-*` in /etc/ssh/sshd_config.',
  references: ['https://www.rfc-editor.org/rfc/rfc9142', 'https://safecurves.cr.yp.to/'],
  mapping: { cwe: [327] },

  evaluate({ 'ssh.algorithms': offered }) {
    const dated = algorithmsWith('weak', offered);
    if (dated.length === 0) return pass('it offers none', saw('ssh.algorithms', offered.kex.join(', ')));
    const exhibits = dated.map(({ names, reason }) => saw('ssh.algorithms', `${names.join(', ')}: ${reason}`));
    return fail(`it offers ${dated.flatMap(({ names }) => names).join(', ')}`, ...exhibits);
  },
});
