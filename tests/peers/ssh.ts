import { generateKeyPairSync } from 'node:crypto';
import type { AuthContext, ServerConfig } from 'ssh2';
import { loadSsh2 } from '../../src/demo/debug-ssh.js';
import { listen } from '../support/dial-to.js';
import type { Peer } from './web.js';

const ssh2 = await loadSsh2();

export type PrivateKey = 'ssh-ed25519' | 'ssh-rsa' | 'ecdsa-sha2-nistp256' | 'ecdsa-sha2-nistp384' | 'ecdsa-sha2-nistp521';

/** A new private key as PEM, small enough to be quick. */
export function makeKey(type: PrivateKey, bits = 2048): string {
  const [, curve] = /nistp(\d+)/.exec(type) ?? [];
  if (curve) return ssh2.utils.generateKeyPairSync('ecdsa', { bits: Number(curve) as 256 }).private;
  if (type === 'ssh-ed25519') return ssh2.utils.generateKeyPairSync('ed25519').private;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return String(privateKey.export({ type: 'pkcs1', format: 'pem' }));
}

/** The public half as it stands on the wire, by an implementation that is not ours. */
export function publicBlob(privateKey: string): Buffer {
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) throw parsed;
  return (Array.isArray(parsed) ? parsed[0] : parsed).getPublicSSH();
}

interface SshPeer extends Peer {
  /** User names and methods of every login request, in order. */
  readonly logins: readonly string[];
}

/** An SSH server of this process on a free port of 127.0.0.1; `methods` are what it says can go on after `none`. */
export async function sshPeer(
  config: ServerConfig,
  answer: (request: AuthContext) => void = (request) => request.reject(['publickey']),
): Promise<SshPeer> {
  const logins: string[] = [];
  const open = new Set<{ end(): void }>();
  let connections = 0;
  const server = new ssh2.Server(config, (client) => {
    connections++;
    open.add(client);
    client.on('error', () => {});
    client.on('close', () => open.delete(client));
    client.on('authentication', (request) => {
      logins.push(`${request.username} ${request.method}`);
      answer(request);
    });
  });
  const port = await listen(server as never);
  return {
    port,
    connections: () => connections,
    asked: [],
    logins,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const client of open) client.end();
      }),
  };
}
