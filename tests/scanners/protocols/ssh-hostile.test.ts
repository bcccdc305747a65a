import net from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Evidence, ProbeFailure } from '../../../src/model.js';
import scanner from '../../../src/scanners/protocols/ssh.js';
import { encodeKexInit } from '../../../src/scanners/wire/ssh.js';
import { sealPlain } from '../../../src/scanners/wire/ssh-packets.js';
import { makeKey, sshPeer } from '../../peers/ssh.js';
import { type Peer, rawPeer } from '../../peers/web.js';
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
const raw = (talk: (socket: net.Socket) => void) => kept(rawPeer(talk));

/** As a deadline of 300 ms sees it: what hangs must not hang the test. */
async function gather({ port }: Peer): Promise<Evidence> {
  const patient = dialTo(port);
  const hasty = (options: object = {}) => patient({ ...options, deadlineMs: 300 });
  return scanner.gather(Object.assign(hasty, patient));
}

const kinds = (evidence: Evidence) => [
  ...new Set(Object.values(evidence).map((observation) => (observation.ok ? 'ok' : observation.failure.kind))),
];
const failureOf = (evidence: Evidence, name: keyof Evidence): ProbeFailure | undefined => {
  const observation = evidence[name];
  return observation && !observation.ok ? observation.failure : undefined;
};

const KEXINIT = sealPlain(
  0,
  encodeKexInit(
    {
      kex: ['curve25519-sha256'],
      serverHostKey: ['ssh-ed25519', 'rsa-sha2-512'],
      ciphersToServer: ['aes128-ctr'],
      ciphersToClient: ['aes128-ctr'],
      macsToServer: ['hmac-sha2-256'],
      macsToClient: ['hmac-sha2-256'],
      compressionToServer: ['none'],
      compressionToClient: ['none'],
    },
    Buffer.alloc(16),
  ),
);

describe('peers that never come to the point', () => {
  const cases: [name: string, kind: ProbeFailure['kind'], talk: (socket: net.Socket) => void][] = [
    ['silent', 'timeout', () => {}],
    ['hangs up', 'refused', (socket) => socket.end()],
    ['resets', 'refused', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['endless short lines', 'limit', (socket) => socket.write('x'.repeat(30).concat('\r\n').repeat(1000))],
    ['a line without an end', 'limit', (socket) => socket.write('SSH-2.0-'.concat('A'.repeat(30_000)))],
    ['echo', 'protocol', (socket) => socket.pipe(socket)],
    ['speaks SMTP', 'timeout', (socket) => socket.write('220 mail ready\r\n')],
  ];
  test.each(cases)('%s: every fact fails as %s', async (_name, kind, talk) => {
    expect(kinds(await gather(await raw(talk)))).toEqual([kind]);
  });

  test('throttled by OpenSSH: what it said, and no second connection', async () => {
    const peer = await raw((socket) => socket.end('Not allowed at this time\r\n'));
    expect(failureOf(await gather(peer), 'ssh.banner')).toEqual({ kind: 'refused', detail: 'turned away: Not allowed at this time' });
    expect(peer.connections()).toBe(1);
  });
});

describe('peers that only look like SSH', () => {
  const cases: [name: string, kind: ProbeFailure['kind'], rest: Buffer | undefined][] = [
    ['says no more', 'timeout', undefined],
    ['claims 4 GiB', 'protocol', Buffer.from('ffffffff0414', 'hex')],
    ['noise instead of KEXINIT', 'protocol', Buffer.from('000000140a63'.padEnd(48, '7e'), 'hex')],
    ['lists that reach past the end', 'protocol', Buffer.from(KEXINIT).fill(0xff, 22, 26)],
  ];
  test.each(cases)('%s', async (_name, kind, rest) => {
    const peer = await raw((socket) => {
      socket.write('SSH-2.0-\x1b]0;owned\x07\r\n');
      if (rest) socket.write(rest);
    });
    const evidence = await gather(peer);
    expect(evidence['ssh.banner']?.ok).toBe(true);
    expect(kinds(evidence).sort()).toEqual(['ok', kind].sort());
    expect(peer.connections()).toBe(1);
  });

  test('protocol 1 only: said so, not waited for', async () => {
    const evidence = await gather(await raw((socket) => socket.write('SSH-1.5-1.2.33\n')));
    expect(evidence['ssh.banner']).toMatchObject({ ok: true, value: { raw: 'SSH-1.5-1.2.33' } });
    expect(failureOf(evidence, 'ssh.algorithms')).toMatchObject({ kind: 'unsupported' });
  });

  test('hangs up once it sees our choice: no key is invented, each type was asked for once', async () => {
    const peer = await raw((socket) => {
      socket.write('SSH-2.0-x\r\n');
      socket.write(KEXINIT);
      let heard = 0;
      socket.on('data', (chunk) => (heard += chunk.length) > 100 && socket.end());
    });
    const evidence = await gather(peer);
    expect(failureOf(evidence, 'ssh.host-keys')?.kind).toBe('reset');
    expect(failureOf(evidence, 'ssh.auth-methods')?.kind).toBe('reset');
    expect(evidence['ssh.unproven-host-keys']).toMatchObject({
      ok: true,
      value: [
        { type: 'ssh-ed25519', asked: true },
        { type: 'ssh-rsa', asked: true },
      ],
    });
    expect(peer.connections()).toBe(2);
  });

  test('stops answering: nothing more is asked', async () => {
    const peer = await raw((socket) => {
      socket.write('SSH-2.0-x\r\n');
      socket.write(KEXINIT);
      socket.resume();
    });
    const evidence = await gather(peer);
    expect(failureOf(evidence, 'ssh.host-keys')?.kind).toBe('timeout');
    expect(evidence['ssh.unproven-host-keys']).toMatchObject({
      ok: true,
      value: [
        { type: 'ssh-ed25519', asked: false },
        { type: 'ssh-rsa', asked: false },
      ],
    });
    expect(peer.connections()).toBe(1);
  });
});

test('a server that turns us away after the first connection keeps its first key', async () => {
  const server = await kept(sshPeer({ hostKeys: [makeKey('ssh-ed25519'), makeKey('ecdsa-sha2-nistp256'), makeKey('ssh-rsa')] }));
  let taken = 0;
  const front = await raw((socket) => {
    if (taken++ > 0) return void socket.end('Exceeded MaxStartups\r\n');
    const behind = net.connect(server.port, '127.0.0.1');
    socket.pipe(behind).pipe(socket);
    behind.on('error', () => socket.destroy());
  });
  const evidence = await gather(front);
  expect(evidence['ssh.host-keys']).toMatchObject({ ok: true, value: [{ fingerprint: expect.stringMatching(/^SHA256:/) }] });
  expect(evidence['ssh.auth-methods']?.ok).toBe(true);
  const missed = { asked: false, because: 'turned away: Exceeded MaxStartups' };
  expect(evidence['ssh.unproven-host-keys']).toMatchObject({ ok: true, value: [missed, missed] });
  expect(front.connections()).toBe(2);
});

test('a key that its owner did not sign with gets no fingerprint', async () => {
  const server = await kept(sshPeer({ hostKeys: [makeKey('ssh-ed25519')], algorithms: { kex: ['curve25519-sha256'] } }));
  const REPLY = 31;
  const impostor = await raw((socket) => {
    const behind = net.connect(server.port, '127.0.0.1');
    socket.pipe(behind);
    behind.on('data', (chunk) => {
      // Message, length of the blob, length of the name, `ssh-ed25519`, length of the key: then the key itself.
      const at = chunk.indexOf(Buffer.concat([Buffer.from([REPLY, 0, 0, 0, 51, 0, 0, 0, 11]), Buffer.from('ssh-ed25519')]));
      if (at >= 0) chunk[at + 9 + 11 + 4]! ^= 1;
      socket.write(chunk);
    });
    behind.on('error', () => socket.destroy());
  });
  const evidence = await gather(impostor);
  expect(failureOf(evidence, 'ssh.host-keys')).toEqual({ kind: 'protocol', detail: 'its ssh-ed25519 signature is wrong' });
  expect(server.logins).toEqual([]);
});

describe('a good server behind a line that breaks', () => {
  let key: string;
  beforeAll(() => void (key = makeKey('ssh-ed25519')));

  /** Lets so many bytes of each answer through and hangs up. */
  const cutAfter = (port: number, bytes: number) =>
    raw((socket) => {
      const behind = net.connect(port, '127.0.0.1');
      let left = bytes;
      socket.pipe(behind);
      behind.on('data', (chunk) => {
        socket.write(chunk.subarray(0, left));
        left -= Math.min(left, chunk.length);
        if (left === 0) socket.end(() => behind.destroy());
      });
      behind.on('error', () => socket.destroy());
      socket.on('close', () => behind.destroy());
    });

  test('wherever it breaks, what came before is kept and the rest is a failure', async () => {
    const algorithms = { kex: ['curve25519-sha256'], cipher: ['aes128-ctr'], hmac: ['hmac-sha2-256'] } as const;
    const server = await kept(sshPeer({ hostKeys: [key], algorithms: algorithms as never }));
    const order = ['ssh.banner', 'ssh.algorithms', 'ssh.host-keys', 'ssh.auth-methods'] as const;
    let furthest = 0;
    for (let bytes = 0; furthest < order.length && bytes < 3000; bytes += 11) {
      const evidence = await gather(await cutAfter(server.port, bytes));
      const reached = order.filter((name) => evidence[name]?.ok);
      expect(reached).toEqual(order.slice(0, reached.length));
      expect(reached.length).toBeGreaterThanOrEqual(furthest);
      for (const name of order.slice(reached.length)) expect(failureOf(evidence, name)?.kind).toMatch(/^(refused|reset)$/);
      furthest = reached.length;
    }
    expect(furthest).toBe(order.length);
  });
});

test.each([
  ['SSH-2.0-OpenSSH_9.2p1\r\n', true],
  ['Welcome!\r\nSSH-2.0-x\r\n', true],
  ['Exceeded MaxStartups\r\n', true],
  ['Not allowed at this time\r\n', true],
  ['220 ftp ready\r\n', false],
  ['GET / SSH-2.0', false],
  ['', false],
])('greeting %j: %s', (bytes, ssh) => expect(scanner.greeting!(Buffer.from(bytes, 'latin1'))).toBe(ssh));
