import { type AlgorithmList, judgeAlgorithm } from '../../knowledge/ssh-algorithms.js';
import { defineCheck, fail, pass, saw } from '../check.js';

const LISTS: readonly AlgorithmList[] = ['kex', 'serverHostKey', 'ciphers', 'macs'];

export default defineCheck({
  id: 'ssh/dated-algorithms',
  title: 'SSH offers only algorithms that need no excuse',
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
    const dated = LISTS.flatMap((list) =>
      offered[list].flatMap((name) => {
        const judged = judgeAlgorithm(list, name);
        return judged?.verdict === 'weak' ? [{ name, reason: judged.reason }] : [];
      }),
    );
    if (dated.length === 0) return pass('it offers none', saw('ssh.algorithms', `${offered.kex.length} key exchange methods`));
    const names = dated.map(({ name }) => name).join(', ');
    return fail(`it offers ${names}`, ...dated.map(({ name, reason }) => saw('ssh.algorithms', `${name}: ${reason}`)));
  },
});
