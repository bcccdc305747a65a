import http from 'node:http';
import { Duplex } from 'node:stream';
import { ByteReader } from '../../src/scanners/byte-reader.js';
import * as mqtt from '../../src/scanners/wire/mqtt.js';
import { type Peer, peerOf, rawPeer } from './web.js';

interface Script {
  /** The bytes that answer a CONNECT of that level; undefined hangs up. `attempt` counts connections from 1. */
  readonly connack: (level: number, attempt: number) => Buffer | undefined;
  /** The codes of the SUBACK; undefined hangs up. */
  readonly suback?: readonly number[];
  /** Sent after the SUBACK. */
  readonly then?: readonly Buffer[];
  /** Sent after a second SUBSCRIBE. */
  readonly ownTopics?: readonly Buffer[];
}

export const connack = (code: number): Buffer => mqtt.encodePacket(mqtt.CONNACK, 0, Buffer.from([0, code]));
export const connack5 = (code: number): Buffer => mqtt.encodePacket(mqtt.CONNACK, 0, Buffer.from([0, code, 0]));

/** PUBLISH of MQTT 5: topic, no properties, payload (section 3.3). */
export const publish5 = (topic: string, payload: string): Buffer =>
  mqtt.encodePacket(mqtt.PUBLISH, 1, Buffer.from([0, topic.length]), Buffer.from(`${topic}\0${payload}`));

/** A broker that says what the script says, whatever MQTT would demand. */
export function scriptedBroker(script: Script): Promise<Peer> {
  let attempts = 0;
  return rawPeer((socket) => {
    play(socket, script, ++attempts).catch(() => socket.destroy());
  });
}

async function play(socket: Duplex, { connack, suback, then = [], ownTopics = [] }: Script, attempt: number): Promise<void> {
  const reader = new ByteReader(socket);
  const { level } = mqtt.decodeConnect(await mqtt.readPacket(reader));
  const answer = connack(level, attempt);
  if (!answer) return void socket.end();
  socket.write(answer);
  const { body } = await mqtt.readPacket(reader, (type) => type === mqtt.SUBSCRIBE);
  if (!suback) return void socket.end();
  socket.write(mqtt.encodePacket(mqtt.SUBACK, 0, body.subarray(0, 2), Buffer.from(level === 5 ? [0, ...suback] : suback)));
  for (const bytes of then) socket.write(bytes);
  await mqtt.readPacket(reader, (type) => type === mqtt.SUBSCRIBE);
  for (const bytes of ownTopics) socket.write(bytes);
}

/** The same broker behind WebSockets: `protocolOf` says which sub-protocol a path takes up, undefined is 404. */
export function webSocketBroker(script: Script, protocolOf: (path: string) => string | undefined): Promise<Peer> {
  const server = http.createServer((_request, response) => void response.writeHead(426).end());
  const asked: string[] = [];
  let attempts = 0;
  server.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '');
    socket.on('error', () => socket.destroy());
    const protocol = protocolOf(request.url ?? '');
    if (protocol === undefined) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    const taken = protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : '';
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${taken}\r\n`);
    play(insideFrames(socket), script, ++attempts).catch(() => socket.destroy());
  });
  return peerOf(server, asked);
}

/** The payloads of the client's frames, which are short and masked; what is written goes out as binary frames. */
function insideFrames(socket: Duplex): Duplex {
  const inside = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      const head = chunk.length < 126 ? [0x82, chunk.length] : [0x82, 126, chunk.length >> 8, chunk.length & 0xff];
      socket.write(Buffer.concat([Buffer.from(head), chunk]), () => done());
    },
    final: (done) => socket.end(Buffer.from([0x88, 0]), done),
  });
  const pump = async (reader: ByteReader) => {
    for (;;) {
      const length = (await reader.take(2)).readUInt8(1) & 0x7f;
      const mask = await reader.take(4);
      inside.push((await reader.take(length)).map((byte, index) => byte ^ mask[index % 4]!));
    }
  };
  pump(new ByteReader(socket)).catch(() => inside.destroy());
  return inside;
}
