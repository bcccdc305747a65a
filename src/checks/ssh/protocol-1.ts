import { defineCheck, fail, pass, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'ssh/protocol-1',
  title: 'SSH speaks protocol version 2 only',
  severity: 'high',
  subject: 'ssh',
  requires: ['ssh.banner'],
  considers: ['ssh.algorithms'],
  rationale: 'Version 1 protects its messages with a checksum, not a MAC: whoever sits in between can insert commands.',
  remediation: 'Update the SSH server; on an old OpenSSH set `Protocol 2` in /etc/ssh/sshd_config.',
  references: ['https://www.rfc-editor.org/rfc/rfc4253#section-5.1', 'https://www.kb.cert.org/vuls/id/684820'],
  mapping: { cwe: [327, 353] },

  evaluate({ 'ssh.banner': { raw } }, _context, { 'ssh.algorithms': algorithms }) {
    const exhibit = saw('ssh.banner', raw);
    if (raw.startsWith('SSH-1.99-')) return fail('it still speaks protocol 1 beside 2', exhibit);
    if (raw.startsWith('SSH-1.')) return fail('it speaks protocol 1', exhibit);
    // A line that says so is no proof: tarpits and impostors send one, too.
    return algorithms?.ok ? pass('it speaks protocol 2', exhibit) : unknown('it says so and speaks no further', exhibit);
  },
});
