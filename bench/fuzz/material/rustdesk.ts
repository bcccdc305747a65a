import rustdesk from '../../../src/scanners/protocols/rustdesk.js';
import { framed, HEALTH_CHECK, keyExchangeOf, PUNCH_HOLE, parseMessage, readFramed } from '../../../src/scanners/wire/rustdesk.js';
import type { Material } from '../material.js';
import { memoryDial, readerOf } from '../memory-dial.js';

/** As `bytesField` of the codec, for the messages of a server. */
const field = (number: number, body: Buffer) => {
  const key = number < 16 ? [(number << 3) | 2] : [((number << 3) & 0x7f) | 0x82, number >> 4];
  return Buffer.concat([Buffer.from(key), Buffer.from([body.length]), body]);
};

/** KeyExchange with signature and key; TestNatResponse with a port and a list of servers; PunchHoleResponse with a failure. */
const ANSWERS = [
  field(25, field(1, Buffer.alloc(96, 7))),
  field(21, Buffer.concat([Buffer.from([8, 1]), field(2, Buffer.concat([Buffer.from([8, 1]), field(2, Buffer.from('hbbs.example'))]))])),
  field(11, Buffer.from([0x18, 2])),
  HEALTH_CHECK,
  PUNCH_HOLE,
];

export default function material(): Material {
  const frames = ANSWERS.map(framed);
  return {
    protocol: 'rustdesk',
    codecs: [
      { name: 'message', answers: ANSWERS, read: (bytes) => keyExchangeOf(parseMessage(bytes)) ?? parseMessage(bytes) },
      { name: 'frame', answers: frames, read: (bytes) => readFramed(readerOf(bytes)) },
    ],
    scanners: [
      { name: 'rustdesk scanner', answers: frames, read: (bytes) => rustdesk.gather(memoryDial([[bytes, bytes]], { port: 21116 })) },
    ],
  };
}
