import { agentVersion } from '../../knowledge/beszel.js';
import { defineCheck, failWith, pass, saw } from '../check.js';

/** Any SSH server written in Go shows the same line; only the port says what it is. */
const BY_PORT = 60;

export default defineCheck({
  id: 'beszel/agent-legacy',
  title: 'The agent is release 0.12.0 or later',
  severity: 'medium',
  subject: 'beszel-agent',
  requires: ['ssh.banner'],
  rationale: 'Older agents offer SHA-1 key exchange and MACs, cannot reach the hub over WebSocket, and get no fixes.',
  remediation: 'Update the agent to the newest release (`beszel-agent update`, or pull the image), and the hub with it.',
  references: ['https://github.com/henrygd/beszel/releases'],
  mapping: { cwe: [1104] },

  evaluate({ 'ssh.banner': { raw } }) {
    const exhibit = saw('ssh.banner', raw);
    if (agentVersion(raw)) return pass('it names itself, as agents do since 0.12.0', exhibit);
    return failWith({ confidence: BY_PORT }, 'it answers on the port of the agent as releases before 0.12.0 do', exhibit);
  },
});
