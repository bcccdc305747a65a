import { defineCheck, fail } from '../check.js';
import { passByFile } from '../containerssh-files.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'containerssh/cfg-sessions',
  title: 'ContainerSSH limits the sessions of one connection',
  severity: 'low',
  subject: 'containerssh',
  requires: ['containerssh.config-security'],
  considers: ['containerssh.config'],
  rationale: 'One connection may otherwise open as many programs as the machine bears.',
  remediation: 'In config.yaml set `security.maxSessions: 10`.',
  references: ['https://containerssh.io/reference/security/'],
  mapping: { cwe: [770] },

  evaluate({ 'containerssh.config-security': { maxSessions } }, _context, { 'containerssh.config': whole }) {
    const unclear = hidden({ 'security.maxSessions': maxSessions });
    if (unclear) return unclear;
    const exhibit = written('containerssh.config-security', 'security.maxSessions', maxSessions);
    if ((maxSessions.value ?? -1) < 0) return fail('their number is not limited', exhibit);
    return passByFile(whole, 'their number is limited', exhibit);
  },
});
