import { defineCheck, fail, pass } from '../check.js';
import { readAudit } from '../containerssh-files.js';

export default defineCheck({
  id: 'containerssh/cfg-audit-passwords',
  title: 'The audit log keeps no typed passwords',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-audit'],
  rationale:
    'In the binary format every password that is typed is stored, whatever `audit.intercept.passwords` says; on disk, in files that everybody on the machine may read.',
  remediation:
    'Let users log in by key, set `audit.format: asciinema` or keep the log where nobody reads it: `chmod 700` on `audit.file.directory`, an encrypted store.',
  references: ['https://containerssh.io/reference/audit/'],
  mapping: { cwe: [532] },

  evaluate({ 'containerssh.config-audit': audit }) {
    const { shown, unclear } = readAudit(audit);
    if (unclear) return unclear;
    const { enabled, format, storage } = audit;
    const stored = !['', 'none'].includes(storage.value ?? '');
    if (enabled.value && format.value === 'binary' && stored) return fail('it stores every password that is typed', ...shown);
    return pass('it stores none', ...shown);
  },
});
