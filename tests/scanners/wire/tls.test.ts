import { describe, expect, test } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { ByteReader } from '../../../src/scanners/byte-reader.js';
import {
  decodeCertificates,
  decodeDhBits,
  decodeServerHello,
  encodeClientHello,
  type Message,
  readMessages,
} from '../../../src/scanners/wire/tls.js';
import { certificateOf, certificates, message, record, serverHello } from '../../peers/tls.js';

async function messagesIn(bytes: Buffer): Promise<Message[]> {
  const stream = new PassThrough();
  stream.end(bytes);
  const messages: Message[] = [];
  for await (const each of readMessages(new ByteReader(stream))) messages.push(each);
  return messages;
}

const FLIGHT = Buffer.concat([
  record(22, 0x0303, serverHello(0x0303, 0xc02f)),
  record(22, 0x0303, certificates(certificateOf('leaf'), certificateOf('intermediate'))),
  record(22, 0x0303, message(14)),
]);
const END = record(20, 0x0303, Buffer.from([1]));

describe('what the server says', () => {
  test('messages across and within records', async () => {
    const whole = await messagesIn(Buffer.concat([FLIGHT, END]));
    expect(whole.map((each) => (each.kind === 'handshake' ? each.type : each))).toEqual([2, 11, 14]);
    const joined = Buffer.concat([serverHello(0x0303, 0xc02f), certificates(certificateOf('leaf')), message(14)]);
    const split = Buffer.concat([record(22, 0x0303, joined.subarray(0, 50)), record(22, 0x0303, joined.subarray(50)), END]);
    expect((await messagesIn(split)).length).toBe(3);
  });

  test('every prefix of a flight ends in an error, never in a hang or a message too many', async () => {
    for (let length = 0; length < FLIGHT.length; length++) {
      await expect(messagesIn(FLIGHT.subarray(0, length))).rejects.toMatchObject({ kind: 'reset' });
    }
  });

  test('every prefix of a ServerHello and of a chain fails as protocol', () => {
    const hello = Buffer.concat([serverHello(0x0303, 0xc02f).subarray(4), Buffer.from('0005ff0100010000', 'hex').subarray(0, 7)]);
    expect(decodeServerHello(hello)).toMatchObject({ version: 'TLSv1.2', suite: 0xc02f });
    const bare = serverHello(0x0303, 0xc02f).length - 4;
    for (let length = 0; length < hello.length; length++) {
      if (length !== bare) expect(() => decodeServerHello(hello.subarray(0, length))).toThrow(/ends early/);
    }
    const chain = certificates(certificateOf('leaf')).subarray(4);
    expect(decodeCertificates(chain)).toEqual([certificateOf('leaf')]);
    for (let length = 0; length < chain.length; length++) expect(() => decodeCertificates(chain.subarray(0, length))).toThrow(/ends early/);
  });

  test('supported_versions decides, as in TLS 1.3', () => {
    const extension = Buffer.from('0006002b00020304', 'hex');
    expect(decodeServerHello(Buffer.concat([serverHello(0x0303, 0x1301).subarray(4), extension]))).toMatchObject({ version: 'TLSv1.3' });
  });

  test('the size of a group does not count leading zeros', () => {
    const group = (prime: Buffer) => decodeDhBits(Buffer.concat([Buffer.from([prime.length >> 8, prime.length & 0xff]), prime]));
    expect(group(Buffer.alloc(128, 0xff))).toBe(1024);
    expect(group(Buffer.concat([Buffer.from([0]), Buffer.alloc(256, 0x80)]))).toBe(2048);
    expect(group(Buffer.from([0, 0, 1]))).toBe(1);
    expect(group(Buffer.alloc(4))).toBe(0);
  });
});

describe('what we offer', () => {
  test('a name makes an extension, SSL 3.0 gets none at all', () => {
    const suites = [0xc02f];
    expect(encodeClientHello({ versions: ['TLSv1.2'], suites, serverName: 'box.lan' }).includes('box.lan')).toBe(true);
    const old = encodeClientHello({ versions: ['SSLv3'], suites, serverName: 'box.lan' });
    expect(old.includes('box.lan')).toBe(false);
    expect(old.subarray(0, 3)).toEqual(Buffer.from([22, 3, 0]));
  });

  test('no hello of TLS is between 256 and 511 bytes, where old load balancers hang', () => {
    for (const count of [1, 50, 100, 128, 300]) {
      const suites = Array.from({ length: count }, (_, i) => i);
      for (const versions of [['TLSv1.0'], ['TLSv1.3']] as const) {
        for (const serverName of ['', 'a'.repeat(200)]) {
          const { length } = encodeClientHello({ versions, suites, serverName });
          expect(length - 5).toBeGreaterThanOrEqual(512);
        }
      }
    }
  });
});
