import { afterEach, expect, test } from '@jest/globals';
import type net from 'node:net';
import { encodeFrame, openWebSocket, type WebSocketConnection } from '../../src/scanners/websocket.js';
import { type Peer, rawPeer } from '../peers/web.js';
import { dialTo } from '../support/dial-to.js';

const UPGRADED = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nServer: box\r\n\r\n';
const FIN = 0x80;
const frame = (first: number, payload: string) => Buffer.concat([Buffer.from([first, payload.length]), Buffer.from(payload)]);

let peer: Peer;
afterEach(() => peer.close());

/** Answers the upgrade with these bytes; what the client sends afterwards goes to `heard`. */
async function open(bytes: Buffer | string, heard: (chunk: Buffer, socket: net.Socket) => void = () => {}) {
  peer = await rawPeer((socket) =>
    socket.once('data', () => {
      socket.on('data', (chunk: Buffer) => heard(chunk, socket));
      socket.write(bytes);
    }),
  );
  return openWebSocket(dialTo(peer.port), { path: '/ws', deadlineMs: 500 });
}
const upgraded = (...frames: Buffer[]) => Buffer.concat([Buffer.from(UPGRADED), ...frames]);
const connected = async (...frames: Buffer[]) => (await open(upgraded(...frames))) as WebSocketConnection;

test('a refusal is an answer', async () => {
  expect(await open('HTTP/1.1 403 Forbidden\r\nServer: box\r\n\r\n403: Forbidden')).toEqual({ status: 403, headers: { server: 'box' } });
});

test('the first frame is read', async () => {
  const socket = await connected(frame(FIN | 1, 'hello'));
  expect(socket.headers).toMatchObject({ server: 'box' });
  expect(await socket.next()).toEqual({ opcode: 1, payload: Buffer.from('hello') });
  socket.close();
});

test('a message in pieces is put together, a ping between them answered', async () => {
  const pong = new Promise<Buffer>((resolve) => {
    void open(upgraded(frame(1, 'he'), frame(FIN | 9, 'you?'), frame(0, 'll'), frame(FIN | 0, 'o')), resolve).then(async (socket) => {
      expect(await (socket as WebSocketConnection).next()).toEqual({ opcode: 1, payload: Buffer.from('hello') });
    });
  });
  expect((await pong)[0]).toBe(FIN | 10);
});

test('a masked frame is unmasked', async () => {
  const socket = await connected(encodeFrame(2, Buffer.from('masked')));
  expect(await socket.next()).toEqual({ opcode: 2, payload: Buffer.from('masked') });
});

test.each([
  ['a frame that claims 16 EiB', upgraded(Buffer.from([FIN | 2, 127, ...Array<number>(8).fill(0xff)])), 'limit'],
  ['a message without end', upgraded(...Array.from({ length: 400 }, (_, at) => frame(at ? 0 : 1, 'x'.repeat(120)))), 'limit'],
  ['a message inside another', upgraded(frame(1, 'a'), frame(1, 'b')), 'protocol'],
  ['silence', upgraded(), 'timeout'],
])('%s fails cleanly', async (_, bytes, kind) => {
  const socket = (await open(bytes)) as WebSocketConnection;
  await expect(socket.next()).rejects.toMatchObject({ kind });
});

test.each([
  ['not HTTP', 'SSH-2.0-box\r\n\r\n', 'protocol'],
  ['headers without end', `HTTP/1.1 101 Switching\r\n${'X: y\r\n'.repeat(5_000)}`, 'limit'],
])('%s is no WebSocket', async (_, bytes, kind) => {
  await expect(open(bytes)).rejects.toMatchObject({ kind });
});

test('every beginning of a conversation fails cleanly', async () => {
  const whole = upgraded(frame(FIN | 1, 'hello'));
  let length = 0;
  peer = await rawPeer((socket) => socket.once('data', () => socket.end(whole.subarray(0, length))));
  for (; length < whole.length; length++) {
    const talk = openWebSocket(dialTo(peer.port), { path: '/ws' }).then((socket) => (socket as WebSocketConnection).next());
    await expect(talk).rejects.toMatchObject({ kind: 'reset' });
  }
});
