import { defineCheck, fail, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'betterdesk/audit-not-persistent',
  title: 'The audit log survives a restart',
  severity: 'low',
  subject: 'betterdesk',
  requires: ['betterdesk.config-settings'],
  rationale: 'Without a file the last 10,000 events live in memory, and a restart erases who logged in and what was changed.',
  remediation: 'Set `AUDIT_LOG_FILE` of the server to a path on a volume, give the file mode 600, and rotate it.',
  references: ['https://github.com/UNITRONIX/BetterDesk/wiki/Security'],
  mapping: { cwe: [778] },

  evaluate({ 'betterdesk.config-settings': { settings } }) {
    const file = settings['AUDIT_LOG_FILE'];
    if (!file) return fail('it is kept in memory', saw('betterdesk.config-settings', 'AUDIT_LOG_FILE is not set'));
    const exhibit = written('betterdesk.config-settings', 'AUDIT_LOG_FILE', file);
    return hidden({ AUDIT_LOG_FILE: file }) ?? (file.value ? pass('it has a file', exhibit) : fail('it is kept in memory', exhibit));
  },
});
