import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'ssh/no-authentication',
  title: 'SSH lets nobody in without a credential',
  severity: 'critical',
  subject: 'ssh',
  requires: ['ssh.auth-methods'],
  rationale: 'The session was open after a user name that exists nowhere: whoever reaches the port has what this server gives.',
  remediation:
    'Demand keys: in /etc/ssh/sshd_config `PermitEmptyPasswords no` and `PasswordAuthentication no`; in a server of your own reject the `none` method. If it is meant to be open, keep it on an isolated network.',
  references: ['https://www.rfc-editor.org/rfc/rfc4252#section-5.2', 'https://man.openbsd.org/sshd_config#PermitEmptyPasswords'],
  mapping: { cwe: [306] },

  evaluate({ 'ssh.auth-methods': { methods, noneAccepted } }) {
    if (noneAccepted) return fail('it opened a session for a `none` request', saw('ssh.auth-methods', 'SSH_MSG_USERAUTH_SUCCESS'));
    return pass('it refused a `none` request', saw('ssh.auth-methods', `can continue with: ${methods.join(', ') || 'nothing'}`));
  },
});
