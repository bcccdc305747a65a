import { defineCheck, fail } from '../check.js';
import { passByFile } from '../containerssh-files.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'containerssh/cfg-default-allow',
  title: 'ContainerSSH allows only what config.yaml names',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-security'],
  considers: ['containerssh.config'],
  rationale: 'An empty `security.defaultMode` allows every kind of request, also those that a later release brings along.',
  remediation:
    'In config.yaml set `security.defaultMode: disable`, and `mode: enable` for `shell`, `command`, `tty`, `env` or `subsystem` where users need them.',
  references: ['https://containerssh.io/reference/security/'],
  mapping: { cwe: [1188] },

  evaluate({ 'containerssh.config-security': { defaultMode } }, _context, { 'containerssh.config': whole }) {
    const unclear = hidden({ 'security.defaultMode': defaultMode });
    if (unclear) return unclear;
    const exhibit = written('containerssh.config-security', 'security.defaultMode', defaultMode);
    const allows = ['', 'enable'].includes(defaultMode.value ?? '');
    return allows ? fail('what it does not name is allowed', exhibit) : passByFile(whole, 'what it does not name is refused', exhibit);
  },
});
