import { judgeEach } from '../beszel-config.js';
import { defineCheck, fail, pass, saw, unknown } from '../check.js';

const WORDS = {
  mounted: 'the socket is mounted into its container',
  group: 'its user is in the group that owns the socket',
  root: 'it runs as root and uses the socket',
};

export default defineCheck({
  id: 'beszel/agent-docker-socket',
  title: 'The agent does not hold the raw socket of Docker',
  severity: 'medium',
  subject: 'beszel-agent',
  requires: ['beszel-agent.config'],
  rationale: 'Who may write to the socket is root on the host, and `:ro` on the mount does not limit what is asked through it.',
  remediation:
    'Put a read-only socket proxy between (`DOCKER_HOST=tcp://socket-proxy:2375`, a service of the same compose file without `ports:`), or set `DOCKER_HOST=` to nothing where containers need no watching. Take the agent out of the group `docker`.',
  references: ['https://docs.docker.com/engine/security/#docker-daemon-attack-surface', 'https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [250] },

  evaluate: ({ 'beszel-agent.config': agents }) =>
    judgeEach(agents, ({ docker: { how, place }, place: own }) => {
      const exhibit = saw('beszel-agent.config', `Docker socket: ${how}`, place ?? own);
      if (how === 'unknown') return unknown('neither a compose file nor a unit shows how it gets at Docker', exhibit);
      return how === 'none' ? pass('it has no way to the socket', exhibit) : fail(WORDS[how], exhibit);
    }),
});
