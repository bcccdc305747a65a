import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadMaterial, MATERIALS } from '../../bench/fuzz/materials.js';
import { ByteReader } from '../../src/scanners/byte-reader.js';
import { failureOf } from '../../src/scanners/scanner.js';
import { decodeConnect, encodeConnect, encodePacket, readPacket } from '../../src/scanners/wire/mqtt.js';
import { decodeFrameHeader, frame } from '../../src/scanners/wire/smb/frame.js';
import { framed, readFramed } from '../../src/scanners/wire/rustdesk.js';
import { encodeKexInit, FieldReader, mpint, parseIdentification, parseKexInit, string } from '../../src/scanners/wire/ssh.js';
import { openPlain, sealPlain } from '../../src/scanners/wire/ssh-packets.js';
import { signatureAlgorithm } from '../../src/scanners/wire/x509.js';

const bytes = (maxLength = 2_000, minLength = 0) => fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array));
const name = fc.stringMatching(/^[a-z0-9@.-]{1,40}$/);

function readerOf(whole: Buffer): ByteReader {
  const stream = new PassThrough();
  stream.end(whole);
  return new ByteReader(stream);
}

describe('what is written is read again', () => {
  test('MQTT', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 15 }), bytes(16_000), async (type, flags, body) => {
        expect(await readPacket(readerOf(encodePacket(type, flags, body)))).toEqual({ type, flags, body });
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(3 as const, 4 as const, 5 as const), name, async (level, id) => {
        expect(decodeConnect(await readPacket(readerOf(encodeConnect(level, id)))).level).toBe(level);
      }),
    );
  });

  test('SSH packets, KEXINIT and numbers', async () => {
    await fc.assert(
      fc.asyncProperty(bytes(2_000, 1), async (payload) => {
        const reader = readerOf(sealPlain(0, payload));
        expect(await openPlain(0, (count) => reader.take(count))).toEqual(payload);
      }),
    );
    const list = fc.array(name, { maxLength: 12 });
    const lists = fc.record({
      kex: list,
      serverHostKey: list,
      ciphersToServer: list,
      ciphersToClient: list,
      macsToServer: list,
      macsToClient: list,
      compressionToServer: list,
      compressionToClient: list,
    });
    fc.assert(fc.property(lists, (offer) => expect(parseKexInit(encodeKexInit(offer, Buffer.alloc(16)))).toEqual(offer)));
    fc.assert(
      fc.property(bytes(300), (number) => {
        expect(new FieldReader(string(number)).string()).toEqual(number);
        const significant = number.findIndex((byte) => byte !== 0);
        expect(new FieldReader(mpint(number)).mpint()).toEqual(significant < 0 ? Buffer.alloc(0) : number.subarray(significant));
      }),
    );
    fc.assert(fc.property(fc.string(), (line) => expect(parseIdentification(`SSH-2.0-${line.replace(/[\r\n]/g, '')}\r\n`)).toBeDefined()));
  });

  test('SMB and RustDesk frames', async () => {
    fc.assert(fc.property(bytes(), (message) => expect(decodeFrameHeader(frame(message).subarray(0, 4)).length).toBe(message.length)));
    await fc.assert(
      fc.asyncProperty(bytes(100), async (body) => {
        const message = Buffer.concat([Buffer.from([0xca, 0x01, body.length]), body]);
        expect(await readFramed(readerOf(framed(message)))).toEqual({ name: 'KeyExchange', body });
      }),
    );
  });
});

describe.each([...MATERIALS])('the codecs of %s', (protocol) => {
  test('take any bytes whatever: an answer or a failure that is no defect', async () => {
    const { codecs } = await loadMaterial(protocol);
    for (const { name: sort, read } of codecs) {
      await fc.assert(
        fc.asyncProperty(bytes(), async (noise) => {
          try {
            await read(noise, 0);
          } catch (error) {
            const { kind, detail } = failureOf(error);
            expect({ sort, kind, detail }).not.toMatchObject({ kind: 'bug' });
          }
        }),
        { numRuns: 200 },
      );
    }
  }, 60_000);
});

describe('a claimed length', () => {
  /** Each claims the most that its field can say, and then says nothing. */
  test.each<[string, string, (reader: ByteReader) => Promise<unknown>]>([
    ['MQTT, 256 MiB', '20ffffff7f', (reader) => readPacket(reader)],
    ['SSH, 4 GiB', 'ffffffff04', (reader) => openPlain(0, (count) => reader.take(count))],
    ['RustDesk, 1 GiB', 'ffffffff', (reader) => readFramed(reader)],
  ])('%s, is not allocated', async (_what, hex, read) => {
    const before = process.memoryUsage().arrayBuffers;
    await expect(read(readerOf(Buffer.from(hex, 'hex')))).rejects.toMatchObject({ name: 'ProbeError' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1024 * 1024);
  });

  test('of DER, 16 MiB, is not allocated', () => {
    expect(() => signatureAlgorithm(Buffer.from('3083ffffff3003', 'hex'))).toThrow(/ends early/);
  });
});
