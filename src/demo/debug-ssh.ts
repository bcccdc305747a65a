import type { Server } from 'node:net';

/** The debug SSH of a 2018 Hass.io host: Dropbear's greeting, a fresh host key, public keys only. Nobody gets in. */
export async function createDebugSsh(): Promise<Server> {
  const { default: ssh2 } = await import('ssh2');
  const server = new ssh2.Server({ hostKeys: [ssh2.utils.generateKeyPairSync('ed25519').private], ident: 'dropbear_2016.74' }, (client) => {
    client.on('error', () => {});
    client.on('authentication', (attempt) => attempt.reject(['publickey']));
  });
  return server as unknown as Server;
}
