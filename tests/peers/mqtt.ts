import type net from 'node:net';
import { ByteReader } from '../../src/scanners/byte-reader.js';
import * as mqtt from '../../src/scanners/wire/mqtt.js';
import { type Peer, rawPeer } from './web.js';

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

async function play(socket: net.Socket, { connack, suback, then = [], ownTopics = [] }: Script, attempt: number): Promise<void> {
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
