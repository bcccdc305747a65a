import { randomBytes } from 'node:crypto';
import type { Facts } from '../../../model.js';
import { inventedKey } from '../../invented-key.js';
import { type Dial, failureOf, ProbeError } from '../../scanner.js';
import { SshClient } from '../../ssh-client.js';
import { type HostKey, keyType } from '../../wire/ssh-host-key.js';

/**
 * A webhook that fails is asked again after 10 s, until `authTimeout` (60 s). Its first answer has 2 s, so whoever has
 * not answered by now is waiting for the second.
 */
const WAIT_MS = 6_000;
export const inventedUser = (): string => `porosity-${randomBytes(4).toString('hex')}`;

/** The host key once more: replicas that each made their own at the start show another. */
export async function askForKeyAgain(dial: Dial): Promise<Facts['containerssh.second-key']> {
  const client = await SshClient.connect(dial);
  try {
    const { type, fingerprint } = await proveKey(client);
    return { type, fingerprint };
  } finally {
    client.close();
  }
}

async function proveKey(client: SshClient): Promise<HostKey> {
  const [algorithm] = (await client.readOffer()).serverHostKey;
  if (!algorithm) throw new ProbeError('protocol', 'no host key algorithm on offer');
  return client.proveHostKey(keyType(algorithm));
}

/** Asks whether a key would do, without signing: a yes starts no container, where a password that is taken would. */
export async function askAboutKey(dial: Dial): Promise<Facts['containerssh.key-query']> {
  const client = await SshClient.connect(dial, { deadlineMs: WAIT_MS });
  try {
    await proveKey(client);
    // One user name all along: servers hang up on a client that changes it.
    const user = inventedUser();
    await client.requestNone(user);
    const startedAt = performance.now();
    const answer = await client.wouldAcceptKey(user, 'ssh-ed25519', inventedKey()).then(
      (accepted) => (accepted ? ('accepted' as const) : ('refused' as const)),
      (error: unknown) => {
        if (failureOf(error).kind !== 'timeout') throw error;
        return 'none' as const;
      },
    );
    return { answer, waitedMs: Math.round(performance.now() - startedAt) };
  } finally {
    client.close();
  }
}
