import { defineCheck } from '../check.js';
import { judgeOffer, judgeWrittenList } from '../containerssh-offer.js';

export default defineCheck({
  id: 'containerssh/ssh-weak-mac',
  title: 'ContainerSSH offers no HMAC with SHA-1',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['ssh.algorithms'],
  files: {
    requires: ['containerssh.config-ssh'],
    evaluate: ({ 'containerssh.config-ssh': ssh }, context) => judgeWrittenList('macs', ssh, context),
  },
  rationale: 'SHA-1 is withdrawn, and its cut form leaves 96 bits between a session and whoever wants to alter it.',
  remediation: 'In config.yaml take `hmac-sha1` and `hmac-sha1-96` out of `ssh.macs`, or remove the key: the defaults have neither.',
  references: ['https://containerssh.io/reference/ssh/', 'https://csrc.nist.gov/news/2022/nist-transitioning-away-from-sha-1-for-all-apps'],
  mapping: { cwe: [327] },

  evaluate: ({ 'ssh.algorithms': offer }) => judgeOffer('macs', offer),
});
