import { afterEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import scanner from '../../../src/scanners/protocols/smb.js';
import type { Dial } from '../../../src/scanners/scanner.js';
import { Smb2Server } from '../../../src/demo/smb/smb2-server.js';
import { frame } from '../../../src/scanners/wire/smb/frame.js';
import { createSmbServer } from '../../../src/demo/smb-server.js';
import { dialTo, listen } from '../../support/dial-to.js';

const peers: Server[] = [];
afterEach(() => peers.splice(0).forEach((peer) => peer.close()));

async function dialPeer(serve: (socket: Socket) => void): Promise<Dial> {
  const peer = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  peers.push(peer);
  return dialTo(await listen(peer));
}

/** The same way in with less patience. */
const impatient = (dial: Dial): Dial => Object.assign((options = {}) => dial({ ...options, deadlineMs: 150 }), dial) as Dial;

const answering = (bytes: Buffer) => (socket: Socket) => void socket.once('data', () => socket.write(bytes));
const NOISE = Buffer.from('9f3c11d07a', 'hex');

describe('who is not SMB', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['is silent', () => undefined],
    ['hangs up', (socket) => socket.end()],
    ['resets', (socket) => socket.resetAndDestroy()],
    ['speaks HTTP', answering(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))],
    ['talks nonsense', answering(NOISE)],
    ['claims 16 MiB', answering(Buffer.concat([Buffer.from('00ffffff', 'hex'), Buffer.from('\xfeSMB', 'latin1'), Buffer.alloc(60, 0xff)]))],
    ['sends a header full of 0xff', answering(frame(Buffer.concat([Buffer.from('\xfeSMB', 'latin1'), Buffer.alloc(60, 0xff)])))],
    ['echoes', (socket) => void socket.on('data', (bytes) => socket.write(bytes))],
    ['sends nothing but keep-alives', (socket) => void socket.once('data', () => socket.write(Buffer.from('85000000'.repeat(100), 'hex')))],
  ])('a peer that %s', async (_name, serve) => {
    const dial = impatient(await dialPeer(serve));
    const answer = await scanner.identify!(dial).catch((error: Error) => error.name);
    expect([false, 'ProbeError']).toContain(answer);
  });
});

describe('who breaks a talk that began well', () => {
  const talking = (spoil: (answer: Buffer, index: number) => Buffer) => (socket: Socket) => {
    const server = new Smb2Server('HASSIO');
    let index = 0;
    socket.on('data', (bytes) => {
      // Only the negotiation of SMB1 comes in another shape here; these peers know none.
      if (bytes[4] !== 0xfe) return void socket.destroy();
      socket.write(spoil(frame(server.answer(bytes.subarray(4))), index++));
    });
  };

  test('a peer that answers under foreign message ids is given up on', async () => {
    const dial = await dialPeer(
      talking((answer, index) => (index === 0 ? answer : Buffer.concat(Array.from({ length: 20 }, () => foreign(answer))))),
    );
    const facts = await scanner.gather(dial);
    expect(facts['smb.sessions']).toMatchObject({
      ok: true,
      value: { nullSession: { outcome: 'unclear' }, guest: { outcome: 'unclear' } },
    });
    expect(facts['smb.shares']).toMatchObject({ ok: true, value: [] });
  });

  test('an interim answer is waited out', async () => {
    const dial = await dialPeer(talking((answer) => Buffer.concat([pending(answer), answer])));
    const facts = await scanner.gather(dial);
    expect(facts['smb.listing']).toMatchObject({ ok: true, value: { nullSession: { outcome: 'listed' } } });
  });

  test('a server without SMB1 that hangs up on it does not speak it, as long as it still speaks', async () => {
    const facts = await scanner.gather(await dialPeer(talking((answer) => answer)));
    expect(facts['smb.negotiate']).toMatchObject({ ok: true, value: { smb1: false } });
  });

  test('a server that has had enough of us has not refused SMB1', async () => {
    let connections = 0;
    const polite = talking((answer) => answer);
    const facts = await scanner.gather(await dialPeer((socket) => (connections++ < 5 ? polite(socket) : socket.destroy())));
    expect(facts['smb.negotiate']).toMatchObject({ ok: false, failure: { kind: 'reset' } });
  });

  test('a refusal before the first word is told as such', async () => {
    const dial = await dialPeer((socket) => socket.end(Buffer.from('8300000181', 'hex')));
    const facts = await scanner.gather(dial);
    for (const observation of Object.values(facts)) expect(observation).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(scanner.greeting!(Buffer.from('8300000181', 'hex'))).toBe(true);
  });
});

test('the demo is recognised on any port', async () => {
  const demo = createSmbServer();
  peers.push(demo);
  expect(await scanner.identify!(dialTo(await listen(demo)))).toBe(true);
});

function foreign(answer: Buffer): Buffer {
  const other = Buffer.from(answer);
  other.writeBigUInt64LE(other.readBigUInt64LE(28) + 1000n, 28);
  return other;
}

/** STATUS_PENDING under the same id: MS-SMB2 3.3.4.2. */
function pending(answer: Buffer): Buffer {
  const interim = Buffer.from(answer.subarray(4, 4 + 64 + 9));
  interim.writeUInt32LE(0x103, 8);
  interim.writeUInt32LE(0x3, 16);
  return frame(interim);
}
