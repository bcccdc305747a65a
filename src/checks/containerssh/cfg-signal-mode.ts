import { defineCheck, fail, pass } from '../check.js';
import { written } from '../written.js';

export default defineCheck({
  id: 'containerssh/cfg-signal-mode',
  title: 'Signals that config.yaml switches off are off',
  severity: 'info',
  subject: 'containerssh',
  requires: ['containerssh.config-security'],
  rationale:
    'ContainerSSH looks at `security.shell.mode` in its place: `security.signal.mode: disable` does nothing while the shell is on.',
  remediation: 'List the signals under `security.signal.deny`, which is obeyed.',
  references: ['https://containerssh.io/reference/security/'],
  mapping: { cwe: [440] },

  evaluate({ 'containerssh.config-security': { signal, shell, defaultMode } }) {
    const shown = [
      written('containerssh.config-security', 'security.signal.mode', signal),
      written('containerssh.config-security', 'security.shell.mode', shell),
    ];
    const shellOn = (shell.value || defaultMode.value || 'enable') !== 'disable';
    if (signal.value === 'disable' && shellOn) return fail('they are switched off, and that does nothing while the shell is on', ...shown);
    return pass('it does not rely on that', ...shown);
  },
});
