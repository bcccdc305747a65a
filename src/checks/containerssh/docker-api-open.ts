import { defineCheck, fail, notApplicable, pass, saw } from '../check.js';

export default defineCheck({
  id: 'containerssh/docker-api-open',
  title: 'The Docker API beside ContainerSSH is not open to everybody',
  severity: 'critical',
  subject: 'containerssh',
  requires: ['containerssh.docker-api'],
  rationale:
    'Whoever may talk to Docker is root on the machine, and sees the user names and addresses that ContainerSSH writes on its containers.',
  remediation:
    'Take the `tcp://` host out of /etc/docker/daemon.json and leave ContainerSSH `docker.connection.host: unix:///var/run/docker.sock`, or protect the port with `tlsverify`.',
  references: ['https://docs.docker.com/engine/security/protect-access/'],
  mapping: { cwe: [306] },

  evaluate({ 'containerssh.docker-api': { port, state, version } }) {
    if (state === 'closed') return notApplicable(`nothing listens on port ${port}`);
    const exhibit = saw('containerssh.docker-api', `port ${port}: ${version ? `API ${version}` : 'wants a client certificate'}`);
    return state === 'open' ? fail(`it answers strangers on port ${port}`, exhibit) : pass('it wants a client certificate', exhibit);
  },
});
