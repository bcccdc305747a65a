import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import scanner from '../../../src/scanners/protocols/ssh.js';
import { makeKey, publicBlob, sshPeer } from '../../peers/ssh.js';
import type { Peer } from '../../peers/web.js';
import { dialTo } from '../../support/dial-to.js';

let peers: Peer[] = [];
afterEach(async () => {
  await Promise.all(peers.map((peer) => peer.close()));
  peers = [];
});
async function kept<P extends Peer>(making: Promise<P>): Promise<P> {
  const peer = await making;
  peers.push(peer);
  return peer;
}
const gather = ({ port }: Peer) => scanner.gather(dialTo(port));
/** What `ssh-keygen -lf` prints for the public half. */
const fingerprint = (privateKey: string) =>
  `SHA256:${createHash('sha256').update(publicBlob(privateKey)).digest('base64').replace(/=+$/, '')}`;

describe('servers that keep to the standard', () => {
  test('like OpenSSH with three keys: every fact, one connection a key, one login request', async () => {
    const keys = (['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ssh-rsa'] as const).map((type) => ({ type, key: makeKey(type) }));
    const peer = await kept(
      sshPeer(
        {
          ident: 'OpenSSH_9.2p1 Debian-2+deb12u10',
          hostKeys: keys.map(({ key }) => key),
          banner: 'Members only',
          algorithms: { kex: ['curve25519-sha256', 'ecdh-sha2-nistp256'] },
        },
        (request) => request.reject(['publickey', 'password']),
      ),
    );
    const facts = await gather(peer);
    expect(facts['ssh.banner']).toEqual({
      ok: true,
      value: { software: 'OpenSSH_9.2p1', comment: 'Debian-2+deb12u10', raw: 'SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10' },
    });
    expect(facts['ssh.algorithms']).toMatchObject({
      ok: true,
      value: { kex: expect.arrayContaining(['curve25519-sha256', 'ecdh-sha2-nistp256']), compression: expect.arrayContaining(['none']) },
    });
    const held = facts['ssh.host-keys'];
    expect(held.ok && [...held.value].sort((a, b) => a.type.localeCompare(b.type))).toEqual([
      { type: 'ecdsa-sha2-nistp256', bits: 256, fingerprint: fingerprint(keys[1]!.key) },
      { type: 'ssh-ed25519', bits: 256, fingerprint: fingerprint(keys[0]!.key) },
      { type: 'ssh-rsa', bits: 2048, fingerprint: fingerprint(keys[2]!.key) },
    ]);
    expect(facts['ssh.unproven-host-keys']).toEqual({ ok: true, value: [] });
    expect(facts['ssh.auth-methods']).toEqual({ ok: true, value: { methods: ['publickey', 'password'], noneAccepted: false } });
    expect(facts['ssh.login-banner']).toEqual({ ok: true, value: { text: 'Members only\r\n' } });
    expect(peer.connections()).toBe(3);
    expect(peer.logins).toEqual(['porosity none']);
  });

  test('a server that lets everybody in', async () => {
    const peer = await kept(sshPeer({ hostKeys: [makeKey('ssh-ed25519')] }, (request) => request.accept()));
    expect((await gather(peer))['ssh.auth-methods']).toEqual({ ok: true, value: { methods: [], noneAccepted: true } });
  });

  test.each([
    [{ kex: ['diffie-hellman-group1-sha1'], cipher: ['3des-cbc'], hmac: ['hmac-md5'], serverHostKey: ['ssh-rsa'] }],
    [{ kex: ['ecdh-sha2-nistp384'], cipher: ['aes256-cbc'], hmac: ['hmac-sha1-etm@openssh.com'] }],
    [{ kex: ['diffie-hellman-group18-sha512'], cipher: ['aes192-ctr'], hmac: ['hmac-sha2-512'], serverHostKey: ['rsa-sha2-256'] }],
    [{ kex: ['ecdh-sha2-nistp521'], cipher: ['aes256-gcm@openssh.com'] }],
    [{ kex: ['curve25519-sha256@libssh.org'], cipher: ['chacha20-poly1305@openssh.com'], compress: ['zlib@openssh.com'] }],
  ])('old and new: %j', async (algorithms) => {
    const key = makeKey('ssh-rsa', 1024);
    const peer = await kept(sshPeer({ hostKeys: [key], algorithms: algorithms as never }));
    const facts = await gather(peer);
    expect(facts['ssh.host-keys']).toEqual({ ok: true, value: [{ type: 'ssh-rsa', bits: 1024, fingerprint: fingerprint(key) }] });
    expect(facts['ssh.auth-methods']).toEqual({ ok: true, value: { methods: ['publickey'], noneAccepted: false } });
  });
});
