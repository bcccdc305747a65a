import { defineCheck, fail, pass } from '../check.js';
import { readAudit } from '../containerssh-files.js';

export default defineCheck({
  id: 'containerssh/cfg-audit-off',
  title: 'ContainerSSH keeps an audit log',
  severity: 'info',
  subject: 'containerssh',
  requires: ['containerssh.config-audit'],
  rationale:
    'Without one nobody can say afterwards who did what. `audit.enable: true` alone records nothing: `format` and `storage` are `none` until they are set.',
  remediation:
    'Where you need a log set `audit.enable: true`, `audit.format` and `audit.storage`; know that the binary format holds typed passwords.',
  references: ['https://containerssh.io/reference/audit/'],
  mapping: { cwe: [778] },

  evaluate({ 'containerssh.config-audit': audit }) {
    const { shown, unclear } = readAudit(audit);
    if (unclear) return unclear;
    const { enabled, format, storage } = audit;
    if (!enabled.value) return fail('it is off', ...shown);
    const missing = Object.entries({ format, storage }).filter(([, { value }]) => ['', 'none'].includes(value ?? ''));
    if (missing.length > 0)
      return fail(`it is on and records nothing: ${missing.map(([key]) => `audit.${key}`).join(' and ')} is none`, ...shown);
    return pass('it is on', ...shown);
  },
});
