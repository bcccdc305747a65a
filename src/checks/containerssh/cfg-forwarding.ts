import { defineCheck, fail, saw } from '../check.js';
import { passByFile } from '../containerssh-files.js';

export default defineCheck({
  id: 'containerssh/cfg-forwarding',
  title: 'Nobody tunnels through ContainerSSH',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-security'],
  considers: ['containerssh.config'],
  rationale:
    'Whoever may forward reaches everything that the backend reaches, past its firewall. It is off unless somebody switches it on.',
  remediation: 'Remove the modes that are named here from `security.forwarding` in config.yaml, or set them to `disable`.',
  references: ['https://containerssh.io/reference/forwarding/'],
  mapping: { cwe: [441] },

  evaluate({ 'containerssh.config-security': { forwarding } }, _context, { 'containerssh.config': whole }) {
    const on = forwarding.filter(({ value }) => value !== 'disable');
    const shown = (on.length > 0 ? on : forwarding).map(({ key, value, place }) =>
      saw('containerssh.config-security', `${key}: ${value}`, place),
    );
    if (on.length > 0) return fail(`${on.map(({ key }) => key).join(', ')} is on`, ...shown);
    return passByFile(
      whole,
      'forwarding is off',
      ...(shown.length > 0 ? shown : [saw('containerssh.config-security', 'security.forwarding: not set')]),
    );
  },
});
