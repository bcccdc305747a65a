import { valueOf } from '../../model/observation.js';
import { defineCheck, fail, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/detected',
  title: 'A passer-by cannot tell that this is ContainerSSH',
  severity: 'info',
  subject: 'containerssh',
  requires: [],
  considers: ['ssh.banner', 'containerssh.metrics'],
  rationale: 'Who can name the program can look up its weaknesses. This line is for the inventory.',
  remediation:
    'Nothing has to be changed. `ssh.serverVersion` in config.yaml sets another identification; it hides nothing from a determined visitor.',
  references: ['https://containerssh.io/reference/ssh/'],
  mapping: { cwe: [200] },

  evaluate(_facts, _context, { 'ssh.banner': banner, 'containerssh.metrics': metrics }) {
    const line = valueOf(banner);
    const names = valueOf(metrics)?.names ?? [];
    if (line?.software === 'ContainerSSH') return fail('its identification line says so', saw('ssh.banner', line.raw));
    if (names.length > 0) return fail('its metrics say so', saw('containerssh.metrics', names[0]!));
    return pass('neither its identification line nor its metrics say so', saw('ssh.banner', line?.raw ?? 'none on this port'));
  },
});
