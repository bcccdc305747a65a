import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SshClient } from '../../src/scanners/ssh-client.js';
import { makeKey, publicBlob, sshPeer } from '../peers/ssh.js';
import type { Peer } from '../peers/web.js';
import { dialTo } from '../support/dial-to.js';

const known = publicBlob(makeKey('ssh-ed25519'));
const stranger = publicBlob(makeKey('ssh-ed25519'));
let peer: Peer & { readonly logins: readonly string[] };
beforeAll(async () => {
  peer = await sshPeer({ hostKeys: [makeKey('ecdsa-sha2-nistp256')] }, (request) => {
    if (request.method === 'publickey' && request.key.data.equals(known)) request.accept();
    else request.reject(['publickey']);
  });
});
afterAll(() => peer.close());

test('one connection asks for the methods and then about keys, and signs nothing', async () => {
  const client = await SshClient.connect(dialTo(peer.port));
  await client.readOffer();
  expect(await client.proveHostKey('ecdsa-sha2-nistp256')).toMatchObject({ bits: 256 });
  expect(await client.requestNone('u')).toEqual({ methods: ['publickey'], accepted: false, banner: '' });
  expect(await client.wouldAcceptKey('u', 'ssh-ed25519', known)).toBe(true);
  expect(await client.wouldAcceptKey('u', 'ssh-ed25519', stranger)).toBe(false);
  client.close();
  expect(peer.logins).toEqual(['u none', 'u publickey', 'u publickey']);
});

test('a server that holds another key does not prove this one', async () => {
  const client = await SshClient.connect(dialTo(peer.port));
  await client.readOffer();
  await expect(client.proveHostKey('ssh-ed25519')).rejects.toThrow();
  client.close();
});
