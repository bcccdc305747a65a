import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Facts } from '../../../model.js';
import { type Dial, failureOf, ProbeError } from '../../scanner.js';
import { SshClient } from '../../ssh-client.js';
import { string } from '../../wire/ssh.js';
import { type HostKey, keyType } from '../../wire/ssh-host-key.js';

/**
 * A webhook that fails is asked again after 10 s, until `authTimeout` (60 s). Its first answer has 2 s, so whoever has
 * not answered by now is waiting for the second.
 */
const WAIT_MS = 6_000;
/** SubjectPublicKeyInfo of an Ed25519 key (RFC 8410) ends with the 32 bytes of the key. */
const KEY_BYTES = 32;

/** A public key that nobody has, as it stands on the wire (RFC 8709 section 4). */
export function inventedKey(): Buffer {
  const { publicKey } = generateKeyPairSync('ed25519');
  const key = publicKey.export({ type: 'spki', format: 'der' }).subarray(-KEY_BYTES);
  return Buffer.concat([string('ssh-ed25519'), string(key)]);
}

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
