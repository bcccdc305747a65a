import { defineCheck, saw } from '../check.js';
import { judgeContradictions } from '../contradictions.js';
import passwordLogin from './password-login.js';

export default defineCheck({
  id: 'ssh/restart-pending',
  title: 'The running SSH server does what its file says',
  severity: 'medium',
  subject: 'ssh',
  requires: ['ssh.config'],
  considers: ['ssh.auth-methods', 'ssh.banner'],
  rationale: 'A setting that stands in a file and is not in force protects nobody, and its owner believes that it does.',
  remediation:
    'Check the file with `sshd -t`, then reload it (`systemctl reload ssh`). If it stays, compare it with what runs (`sshd -T`).',
  references: ['https://man.openbsd.org/sshd#T'],
  mapping: { cwe: [1188] },

  evaluate: (_facts, context) =>
    judgeContradictions([passwordLogin], context, saw('ssh.config', 'PasswordAuthentication, KbdInteractiveAuthentication')),
});
