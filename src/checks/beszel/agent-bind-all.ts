import { closedBy, judgeEach } from '../beszel-config.js';
import { defineCheck, fail, pass } from '../check.js';
import { hidden, written } from '../written.js';

export default defineCheck({
  id: 'beszel/agent-bind-all',
  title: 'The agent listens on the address that the hub uses, and no other',
  severity: 'low',
  subject: 'beszel-agent',
  requires: ['beszel-agent.config'],
  rationale: 'With a bare port it listens on every interface of the host, IPv6 and guest networks included.',
  remediation:
    'Set `LISTEN=<management address>:45876` or a Unix socket in the environment of the agent; in compose publish `<address>:45876:45876`. With `HUB_URL` and `TOKEN` it needs no port: `DISABLE_SSH=true`.',
  references: ['https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [1327] },

  evaluate: ({ 'beszel-agent.config': agents }) =>
    judgeEach(agents, (agent) => {
      const closed = closedBy(agent);
      if (closed) return closed;
      const { listen, sshDisabled } = agent;
      const exhibit = written('beszel-agent.config', 'LISTEN', listen);
      if (listen.value === 'one address') return pass('it listens on one address', exhibit);
      return hidden({ LISTEN: listen, DISABLE_SSH: sshDisabled }) ?? fail('it listens on every address', exhibit);
    }),
});
