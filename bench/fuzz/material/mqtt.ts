import mqtt from '../../../src/scanners/protocols/mqtt.js';
import { decodeConnack, readPacket } from '../../../src/scanners/wire/mqtt.js';
import type { Material } from '../material.js';
import { memoryDial, readerOf } from '../memory-dial.js';
import { mqttAnswers } from '../recordings.js';

async function readAll(bytes: Buffer): Promise<number[]> {
  const reader = readerOf(bytes);
  const types: number[] = [];
  // A packet has two bytes at least.
  for (let left = bytes.length; left >= 2;) {
    const { type, body } = await readPacket(reader);
    types.push(type);
    left -= 2 + body.length;
  }
  return types;
}

export default function material(): Material {
  const conversations = mqttAnswers();
  const connacks = conversations.map(([connack = Buffer.alloc(0)]) => connack);
  const subscribed = conversations.filter(({ length }) => length > 1);
  const bursts = subscribed.map(([, burst = Buffer.alloc(0)]) => burst);
  return {
    protocol: 'mqtt',
    codecs: [
      { name: 'CONNACK', answers: connacks, read: async (bytes) => decodeConnack(await readPacket(readerOf(bytes))) },
      { name: 'packets', answers: [...connacks, ...bursts], read: readAll },
    ],
    scanners: [
      { name: 'mqtt scanner, CONNACK', answers: connacks, read: (bytes) => mqtt.gather(memoryDial([[bytes]], { port: 1883 })) },
      {
        name: 'mqtt scanner, SUBACK',
        answers: bursts,
        read: (bytes, index) => mqtt.gather(memoryDial([[subscribed[index]![0]!, bytes]], { port: 1883 })),
      },
    ],
  };
}
