import { defineCheck, fail, failWith, pass, saw, unknown } from '../check.js';
import { doubtAbout, waysByPassword } from '../ssh-files.js';
import { written } from '../written.js';

export default defineCheck({
  id: 'ssh/root-login',
  title: 'Root cannot log in over SSH by a password',
  severity: 'high',
  subject: 'ssh',
  requires: ['ssh.config'],
  rationale: 'Every bot knows the name root: one guessed password is the whole machine, and nobody knows afterwards who it was.',
  remediation:
    'In /etc/ssh/sshd_config set `PermitRootLogin no` (or `prohibit-password`, where a program needs a key for root) and reload sshd.',
  references: ['https://man.openbsd.org/sshd_config#PermitRootLogin'],
  mapping: { cwe: [250, 307], checklist: ['ha-2018/ssh-keys'] },

  evaluate({ 'ssh.config': config }) {
    const { permitRootLogin } = config;
    const exhibit = written('ssh.config', 'PermitRootLogin', permitRootLogin);
    const matched = config.conditional.find(({ key, value }) => key === 'permitrootlogin' && /^yes$/i.test(value));
    const ways = waysByPassword(config);
    if (permitRootLogin.value === 'yes' && ways.length > 0) return fail('root may log in, and passwords are taken', exhibit, ...ways);
    if (matched && ways.length > 0) {
      return fail(
        `root may log in by a password for \`Match ${matched.condition}\``,
        saw('ssh.config', 'PermitRootLogin yes', matched.place),
        ...ways,
      );
    }
    const doubt = doubtAbout(config);
    if (doubt) return unknown(doubt);
    if (permitRootLogin.value === 'yes' || matched) return failWith({ severity: 'low' }, 'root may log in, though by a key alone', exhibit);
    return pass('root is refused, or needs a key', exhibit);
  },
});
