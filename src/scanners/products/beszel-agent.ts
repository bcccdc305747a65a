import type { Evidence, Facts } from '../../model.js';
import { inventedKey } from '../invented-key.js';
import { defineProductScanner, type Dial, observeIf, ProbeError, valueOf } from '../scanner.js';
import { SshClient } from '../ssh-client.js';

/** The name that the hub uses; agents do not look at it. */
const USER_NAME = 'u';
const ALGORITHM = 'ssh-ed25519';

export default defineProductScanner({
  kind: 'beszel-agent',
  over: ['ssh'],
  gather: async (dial, evidence) => ({
    'beszel-agent.listener': { ok: true, value: { port: dial.port } },
    'beszel-agent.random-key': await observeIf(dial, 'active', () => askForRandomKey(dial, evidence)),
  }),
});

/** Asks for a key that nobody can have configured. No session is opened: that would keep the agent off its WebSocket. */
async function askForRandomKey(dial: Dial, evidence: Evidence): Promise<Facts['beszel-agent.random-key']> {
  const login = valueOf(evidence['ssh.auth-methods']);
  if (login?.noneAccepted) throw new ProbeError('unsupported', 'it lets everybody in without a key, so none was asked');
  const held = valueOf(evidence['ssh.host-keys'])?.[0];
  if (!held) throw new ProbeError('unsupported', 'no host key of it could be proven');
  const client = await SshClient.connect(dial);
  try {
    await client.readOffer();
    await client.proveHostKey(held.type);
    return { algorithm: ALGORITHM, accepted: await client.wouldAcceptKey(USER_NAME, ALGORITHM, inventedKey()) };
  } finally {
    client.close();
  }
}
