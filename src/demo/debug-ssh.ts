import type { Server } from 'node:net';
import { forgetOpenSslErrors } from '../scanners/openssl.js';

/** The debug SSH of a 2018 Hass.io host: Dropbear's greeting, a fresh host key, public keys only. Nobody gets in. */
export async function createDebugSsh(): Promise<Server> {
  const ssh2 = await loadSsh2();
  const server = new ssh2.Server({ hostKeys: [ssh2.utils.generateKeyPairSync('ed25519').private], ident: 'dropbear_2016.74' }, (client) => {
    client.on('error', () => {});
    client.on('authentication', (attempt) => attempt.reject(['publickey']));
  });
  return server as unknown as Server;
}

/** ssh2 tries an Ed25519 key while it loads: an error of somebody else's must not fail that. */
export async function loadSsh2() {
  forgetOpenSslErrors();
  return (await import('ssh2')).default;
}
