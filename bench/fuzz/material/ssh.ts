import ssh from '../../../src/scanners/protocols/ssh.js';
import { parseIdentification, parseKexInit } from '../../../src/scanners/wire/ssh.js';
import { parseHostKey } from '../../../src/scanners/wire/ssh-host-key.js';
import { keyExchange, smallestModulusBits } from '../../../src/scanners/wire/ssh-kex.js';
import { mlkem768, sntrup761 } from '../../../src/scanners/wire/ssh-open-box.js';
import { openPlain } from '../../../src/scanners/wire/ssh-packets.js';
import { makeKey, publicBlob } from '../../../tests/peers/ssh.js';
import type { Material } from '../material.js';
import { memoryDial, readerOf } from '../memory-dial.js';
import { sshGreetings } from '../recordings.js';

export default function material(): Material {
  const greetings = sshGreetings();
  const lineEnd = (bytes: Buffer) => bytes.indexOf('\n') + 1;
  const packets = greetings.map((bytes) => bytes.subarray(lineEnd(bytes))).filter(({ length }) => length > 6);
  // Without length, padding length and padding (RFC 4253 section 6).
  const payloads = packets.map((packet) => packet.subarray(5, 4 + packet.readUInt32BE(0) - packet.readUInt8(4)));
  const blobs = (['ssh-ed25519', 'ecdsa-sha2-nistp256', 'ssh-rsa'] as const).map((type) => publicBlob(makeKey(type)));
  const field = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]), bytes]);
  const reply = Buffer.concat([Buffer.from([31]), field(blobs[0]!), field(Buffer.alloc(32, 9)), field(field(Buffer.from('ssh-ed25519')))]);
  const group = Buffer.concat([
    Buffer.from([31]),
    field(Buffer.concat([Buffer.from([0]), Buffer.alloc(128, 0xff)])),
    field(Buffer.from([2])),
  ]);
  return {
    protocol: 'ssh',
    codecs: [
      {
        name: 'identification',
        answers: greetings.map((bytes) => bytes.subarray(0, lineEnd(bytes))),
        read: (bytes) => parseIdentification(bytes.toString('latin1')),
      },
      {
        name: 'packet',
        answers: packets,
        read: (bytes) => {
          const reader = readerOf(bytes);
          return openPlain(0, (count) => reader.take(count));
        },
      },
      { name: 'KEXINIT', answers: payloads, read: parseKexInit },
      { name: 'host key', answers: blobs, read: parseHostKey },
      { name: 'group', answers: [group], read: (bytes) => smallestModulusBits(() => Promise.resolve(bytes)) },
      { name: 'curve reply', answers: [reply], read: (bytes) => keyExchange('curve25519-sha256')!.perform(() => Promise.resolve(bytes)) },
      { name: 'ML-KEM', answers: [Buffer.alloc(1088, 5)], read: (bytes) => mlkem768.read(bytes) },
      { name: 'NTRU Prime', answers: [Buffer.alloc(1039, 5)], read: (bytes) => sntrup761.read(bytes) },
    ],
    scanners: [
      {
        name: 'ssh scanner',
        answers: greetings,
        read: (bytes) => ssh.gather(memoryDial([[bytes, reply, reply]], { port: 22, greets: true })),
      },
    ],
  };
}
