import { closedBy, judgeEach } from '../beszel-config.js';
import { defineCheck, fail, failWith, notApplicable, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'beszel/agent-exposed',
  title: 'The SSH port of the agent is not on the network',
  severity: 'low',
  subject: 'beszel-agent',
  requires: ['ssh.banner'],
  files: {
    requires: ['beszel-agent.config'],
    evaluate: ({ 'beszel-agent.config': agents }) =>
      judgeEach(agents, (agent) => closedBy(agent) ?? unknown('who reaches its port stands in no file: the wire has to show it')),
  },
  rationale:
    'Only the hub has business there. The port is the fallback of an agent that reaches its hub over WebSocket, which needs no open port at all.',
  remediation:
    'Let the firewall admit the hub alone, bind it with `LISTEN=<management address>:45876` or a Unix socket, or set `HUB_URL`, `TOKEN` and `DISABLE_SSH=true` (0.18.4 and later) in the environment of the agent.',
  references: ['https://beszel.dev/guide/security', 'https://beszel.dev/guide/environment-variables'],
  mapping: { cwe: [668] },

  evaluate({ 'ssh.banner': { raw } }, { exposure }) {
    const exhibit = saw('ssh.banner', raw);
    if (exposure === 'loopback') return notApplicable('it was seen on loopback');
    if (exposure === 'public') return failWith({ severity: 'medium' }, 'it answers on a public address', exhibit);
    return fail('it answers on the network', exhibit);
  },
});
