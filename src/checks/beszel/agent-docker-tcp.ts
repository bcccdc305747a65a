import { judgeEach } from '../beszel-config.js';
import { defineCheck, fail, pass, saw } from '../check.js';
import { hidden, written } from '../written.js';

const CLEAR: ReadonlySet<string> = new Set(['tcp', 'http']);

export default defineCheck({
  id: 'beszel/agent-docker-tcp',
  title: 'The agent asks Docker without crossing the network in clear text',
  severity: 'high',
  subject: 'beszel-agent',
  requires: ['beszel-agent.config'],
  rationale: 'A Docker API on tcp:// asks for no login: whoever reaches it is root on that machine.',
  remediation:
    'Run an agent on that machine instead, or point `DOCKER_HOST` at the Unix socket or at a socket proxy in the same compose file that publishes no port. Close port 2375.',
  references: ['https://docs.docker.com/engine/security/protect-access/', 'https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [306, 319] },

  evaluate: ({ 'beszel-agent.config': agents }) =>
    judgeEach(agents, ({ dockerHost }) => {
      const { value } = dockerHost;
      if (!value)
        return (
          hidden({ DOCKER_HOST: dockerHost }) ?? pass('DOCKER_HOST is not set', written('beszel-agent.config', 'DOCKER_HOST', dockerHost))
        );
      const exhibit = saw(
        'beszel-agent.config',
        `DOCKER_HOST: ${value.scheme ? `${value.scheme}://${value.host}` : '(empty)'}`,
        dockerHost.place,
      );
      if (!CLEAR.has(value.scheme)) return pass('it asks no Docker over the network', exhibit);
      if (value.near)
        return pass(value.near === 'compose' ? 'it asks a service of the same compose file' : 'it stays on loopback', exhibit);
      return fail(`it asks ${value.host} in clear text`, exhibit);
    }),
});
