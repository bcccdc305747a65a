import { defineCheck, fail, notApplicable, pass, saw, unknown } from '../check.js';
import { doubtAbout, switched, waysByPassword } from '../ssh-files.js';

export default defineCheck({
  id: 'ssh/empty-passwords',
  title: 'SSH lets no account in by an empty password',
  severity: 'high',
  subject: 'ssh',
  requires: ['ssh.config'],
  rationale: 'Accounts of services and appliances often have an empty password, because nobody was meant to log in with them.',
  remediation:
    'In /etc/ssh/sshd_config remove `PermitEmptyPasswords yes` and reload sshd; give such accounts a password or lock them (`passwd -l`).',
  references: ['https://man.openbsd.org/sshd_config#PermitEmptyPasswords'],
  mapping: { cwe: [258] },

  evaluate({ 'ssh.config': config }) {
    const { permitEmptyPasswords, conditional } = config;
    const matched = conditional.find(({ key, value }) => key === 'permitemptypasswords' && /^yes$/i.test(value));
    const exhibit = switched('PermitEmptyPasswords', permitEmptyPasswords);
    const passwords = waysByPassword(config).length > 0;
    if (passwords && permitEmptyPasswords.value) return fail('empty passwords are taken', exhibit);
    if (passwords && matched)
      return fail(
        `empty passwords are taken for \`Match ${matched.condition}\``,
        saw('ssh.config', 'PermitEmptyPasswords yes', matched.place),
      );
    const doubt = doubtAbout(config);
    if (doubt) return unknown(doubt);
    return passwords ? pass('empty passwords are refused', exhibit) : notApplicable('it takes no passwords at all');
  },
});
