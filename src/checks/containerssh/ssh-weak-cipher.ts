import { defineCheck } from '../check.js';
import { judgeOffer, judgeWrittenList } from '../containerssh-offer.js';

export default defineCheck({
  id: 'containerssh/ssh-weak-cipher',
  title: 'ContainerSSH offers neither arcfour nor CBC',
  severity: 'high',
  subject: 'containerssh',
  requires: ['ssh.algorithms'],
  files: {
    requires: ['containerssh.config-ssh'],
    evaluate: ({ 'containerssh.config-ssh': ssh }, context) => judgeWrittenList('ciphers', ssh, context),
  },
  rationale: 'RC4 leaks what it encrypts, and CBC in SSH lets a listener try out guesses about it.',
  remediation:
    'In config.yaml take `arcfour`, `arcfour128`, `arcfour256` and `aes128-cbc` out of `ssh.ciphers`, or remove the key: the defaults have none of them.',
  references: ['https://containerssh.io/reference/ssh/', 'https://www.rfc-editor.org/rfc/rfc8758'],
  mapping: { cwe: [327] },

  evaluate: ({ 'ssh.algorithms': offer }) => judgeOffer('ciphers', offer),
});
