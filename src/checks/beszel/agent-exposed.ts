import { defineCheck, fail, failWith, notApplicable, saw } from '../check.js';

export default defineCheck({
  id: 'beszel/agent-exposed',
  title: 'The SSH port of the agent is not on the network',
  severity: 'low',
  subject: 'beszel-agent',
  requires: ['ssh.banner'],
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
