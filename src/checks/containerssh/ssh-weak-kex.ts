import { defineCheck } from '../check.js';
import { judgeOffer, judgeWrittenList } from '../containerssh-offer.js';

export default defineCheck({
  id: 'containerssh/ssh-weak-kex',
  title: 'ContainerSSH offers no key exchange with SHA-1',
  severity: 'high',
  subject: 'containerssh',
  requires: ['ssh.algorithms'],
  files: {
    requires: ['containerssh.config-ssh'],
    evaluate: ({ 'containerssh.config-ssh': ssh }, context) => judgeWrittenList('kex', ssh, context),
  },
  rationale:
    'With `diffie-hellman-group1-sha1` the secret of a session is within reach of a well-funded listener, with `…group14-sha1` it rests on SHA-1.',
  remediation:
    'In config.yaml take `diffie-hellman-group1-sha1` and `diffie-hellman-group14-sha1` out of `ssh.kex`, or remove the key: the defaults have neither.',
  references: ['https://containerssh.io/reference/ssh/', 'https://www.rfc-editor.org/rfc/rfc9142'],
  mapping: { cwe: [327] },

  evaluate: ({ 'ssh.algorithms': offer }) => judgeOffer('kex', offer),
});
