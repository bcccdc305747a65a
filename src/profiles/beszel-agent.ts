import { AGENT_PORT, agentVersion, GO_BANNER } from '../knowledge/beszel.js';
import { valueOf } from '../model/observation.js';
import { defineProfile, mark } from './profile.js';

/** Every SSH server written in Go may say this; on the agent's port it is most likely one from before 0.12.0. */
const saysGo = mark('ssh.banner', ({ raw }) => raw === GO_BANNER, 0).holds;

export default defineProfile({
  kind: 'beszel-agent',
  system: 'beszel',
  title: 'Beszel',
  over: ['ssh'],
  marks: [
    mark('ssh.banner', ({ raw }) => agentVersion(raw) !== undefined, 90),
    mark('ssh.banner', ({ raw }) => raw === GO_BANNER, 20),
    {
      fact: 'beszel-agent.listener',
      weight: 30,
      holds: (evidence) => saysGo(evidence) && valueOf(evidence['beszel-agent.listener'])?.port === AGENT_PORT,
    },
    {
      fact: 'ssh.auth-methods',
      weight: -30,
      holds: (evidence) => saysGo(evidence) && (valueOf(evidence['ssh.auth-methods'])?.methods.join() ?? 'publickey') !== 'publickey',
    },
  ],
  version: (evidence) => agentVersion(valueOf(evidence['ssh.banner'])?.raw ?? '') ?? '',
  ports: { 45876: { role: 'agent', expected: true } },
  // It watches what the host is there for.
  guest: true,
  references: ['https://beszel.dev/guide/security'],
});
