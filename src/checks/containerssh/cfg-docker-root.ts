import { defineCheck, fail, notApplicable } from '../check.js';
import { passByFile } from '../containerssh-files.js';
import { hidden, written } from '../written.js';

const ROOT = /^(?:|root|0)(?::.*)?$/;

export default defineCheck({
  id: 'containerssh/cfg-docker-root',
  title: 'A guest of ContainerSSH is not root in its container',
  severity: 'medium',
  subject: 'containerssh',
  requires: ['containerssh.config-docker'],
  considers: ['containerssh.config'],
  rationale:
    'Root in a container is one fault of the kernel away from root on the machine. An image runs as root unless it says otherwise.',
  remediation: 'In config.yaml set `docker.execution.container.user: "1000:1000"`, or user namespaces in Docker (`userns-remap`).',
  references: ['https://containerssh.io/reference/hardening/', 'https://docs.docker.com/engine/security/userns-remap/'],
  mapping: { cwe: [250] },

  evaluate({ 'containerssh.config-docker': { used, user, userNamespace } }, _context, { 'containerssh.config': whole }) {
    if (!used) return notApplicable('`backend` is not docker');
    const unclear = hidden({ 'container.user': user, 'host.usernsmode': userNamespace });
    if (unclear) return unclear;
    const shown = [
      written('containerssh.config-docker', 'container.user', user),
      written('containerssh.config-docker', 'host.usernsmode', userNamespace),
    ];
    const remapped = !['', 'host'].includes(userNamespace.value ?? '');
    if (ROOT.test(user.value ?? '') && !remapped) return fail('it sets no other user than root', ...shown);
    return passByFile(whole, 'it sets another user than root', ...shown);
  },
});
