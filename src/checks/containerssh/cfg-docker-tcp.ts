import { defineCheck, fail, failWith, notApplicable, saw } from '../check.js';
import { passByFile } from '../containerssh-files.js';
import { hidden, written } from '../written.js';

const NEEDED = ['cacert', 'cert', 'key'];

export default defineCheck({
  id: 'containerssh/cfg-docker-tcp',
  title: 'ContainerSSH reaches Docker by its socket or by mutual TLS',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['containerssh.config-docker'],
  considers: ['containerssh.config'],
  rationale:
    'With one of the three certificates missing the client silently goes without TLS, and a Docker that answers so makes anyone root on that machine.',
  remediation:
    'Set `docker.connection.host: unix:///var/run/docker.sock`, or give `cacert`, `cert` and `key` inline (`-----BEGIN …`), all three, and let Docker verify clients.',
  references: ['https://containerssh.io/reference/docker/', 'https://docs.docker.com/engine/security/protect-access/'],
  mapping: { cwe: [306, 319] },

  evaluate({ 'containerssh.config-docker': { used, host, loopback, certificates } }, _context, { 'containerssh.config': whole }) {
    if (!used) return notApplicable('`backend` is not docker');
    const unclear = hidden({ 'docker.connection.host': host });
    if (unclear) return unclear;
    const exhibit = written('containerssh.config-docker', 'docker.connection.host', host);
    if (!/^(?:tcp|http):\/\//i.test(host.value ?? '')) return passByFile(whole, 'it is not reached over the network', exhibit);
    const missing = NEEDED.filter((key) => !certificates.includes(key));
    if (missing.length === 0) return passByFile(whole, 'it is reached by mutual TLS', exhibit);
    const without = saw('containerssh.config-docker', `without ${missing.join(', ')}`);
    if (loopback) return failWith({ severity: 'high' }, 'every local program may talk to Docker, too', exhibit, without);
    return fail('it is reached over the network without TLS', exhibit, without);
  },
});
