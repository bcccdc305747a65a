import { mqttOverWebSocket } from '../../../src/scanners/protocols/mqtt-websocket.js';
import { openWebSocket } from '../../../src/scanners/websocket.js';
import { overWebSocket } from '../../../src/scanners/websocket-dial.js';
import mqtt from '../../../src/scanners/protocols/mqtt.js';
import type { Material } from '../material.js';
import { memoryDial } from '../memory-dial.js';
import { webSocketAnswers } from '../recordings.js';

/** The upgrade and every message behind it. */
async function readAll(bytes: Buffer): Promise<number[]> {
  const socket = await openWebSocket(memoryDial([[bytes]], { port: 9001 }), { path: '/mqtt', protocols: ['mqtt'] });
  if (!('next' in socket)) return [socket.status];
  const opcodes: number[] = [];
  try {
    for (let opcode = 0; opcode !== 8;) opcodes.push(({ opcode } = await socket.next()).opcode);
    return opcodes;
  } finally {
    socket.close();
  }
}

export default function material(): Material {
  const answers = webSocketAnswers();
  // A message in two pieces with a ping between them, and a close (RFC 6455 section 5.7).
  const frames = Buffer.from('010548656c6c6f8900800c20576f726c642c20776f726c648802' + '03e8', 'hex');
  const head = answers[0]!.subarray(0, answers[0]!.indexOf('\r\n\r\n') + 4);
  const whole = [...answers, Buffer.concat([head, frames])];
  return {
    protocol: 'websocket',
    codecs: [{ name: 'frames', answers: whole, read: readAll }],
    scanners: [
      {
        name: 'mqtt over websocket',
        answers,
        read: (bytes) => mqtt.gather(overWebSocket(memoryDial([[bytes]], { port: 9001 }), '/mqtt', 'mqtt')),
      },
      { name: 'search for mqtt', answers, read: (bytes) => mqttOverWebSocket(memoryDial([[bytes]], { port: 9001 }), {}) },
    ],
  };
}
