import { defineCheck, failWith, notApplicable, saw } from '../check.js';
import { passByFile } from '../containerssh-files.js';

/** These give the machine away at once; the others open a way. */
const AT_ONCE = /^(?:privileged|binds|mounts|pidmode)/;

export default defineCheck({
  id: 'containerssh/cfg-docker-escape',
  title: 'A guest of ContainerSSH stays in its container',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['containerssh.config-docker'],
  considers: ['containerssh.config'],
  rationale:
    'Everybody who logs in gets this container. With the machine’s namespaces, devices or folders in it, everybody gets the machine.',
  remediation:
    'Under `docker.execution.host` in config.yaml remove what is named here (`privileged`, `binds`, `mounts`, `networkmode: host`, `pidmode: host`, `ipcmode: host`, `capadd`, `securityopt`).',
  references: ['https://containerssh.io/reference/hardening/'],
  mapping: { cwe: [250] },

  evaluate({ 'containerssh.config-docker': { used, escapes } }, _context, { 'containerssh.config': whole }) {
    if (!used) return notApplicable('`backend` is not docker');
    if (escapes.length === 0) return passByFile(whole, 'no way out is set', saw('containerssh.config-docker', 'docker.execution.host'));
    const shown = escapes.map(({ text, place }) => saw('containerssh.config-docker', text, place));
    const severity = escapes.some(({ text }) => AT_ONCE.test(text)) ? 'critical' : 'high';
    return failWith({ severity }, `it sets ${escapes.map(({ text }) => text).join(', ')}`, ...shown);
  },
});
