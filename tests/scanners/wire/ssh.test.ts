import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ProbeError } from '../../../src/errors.js';
import { bitLength, encodeKexInit, mpint, parseIdentification, parseKexInit } from '../../../src/scanners/wire/ssh.js';
import { openPlain } from '../../../src/scanners/wire/ssh-packets.js';

interface Recording {
  readonly name: string;
  readonly received: string;
  /** Decoded by another program. */
  readonly offered: Record<'raw', string> &
    Record<'kex' | 'serverHostKey' | 'ciphers' | 'macs' | 'compressionToServer' | 'compressionToClient', string[]>;
}
const recordings = JSON.parse(readFileSync('fixtures/transcripts/ssh/first-bytes.json', 'utf8')) as Recording[];

async function firstBytes({ received }: Recording) {
  const bytes = Buffer.from(received, 'base64');
  const end = bytes.indexOf('\n') + 1;
  let at = end;
  const payload = await openPlain(0, (count) => Promise.resolve(bytes.subarray(at, (at += count))));
  return { line: bytes.toString('latin1', 0, end), payload };
}

describe.each(recordings)('$name', (recording) => {
  test('says what it is and what it offers', async () => {
    const { line, payload } = await firstBytes(recording);
    const { raw, kex, serverHostKey, ciphers, macs, ...compression } = recording.offered;
    expect(parseIdentification(line)?.raw).toBe(raw);
    expect(parseKexInit(payload)).toEqual({
      kex,
      serverHostKey,
      ciphersToServer: ciphers,
      ciphersToClient: ciphers,
      macsToServer: macs,
      macsToClient: macs,
      ...compression,
    });
  });
  test('every prefix of its KEXINIT fails cleanly', async () => {
    const { payload } = await firstBytes(recording);
    for (let length = 0; length < payload.length; length++) {
      expect(() => parseKexInit(payload.subarray(0, length))).toThrow(ProbeError);
    }
  });
  test('what we encode is decoded again', async () => {
    const lists = parseKexInit((await firstBytes(recording)).payload);
    expect(parseKexInit(encodeKexInit(lists, Buffer.alloc(16)))).toEqual(lists);
  });
});

// RFC 4253 section 4.2.
test.each([
  ['SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u10\r\n', 'OpenSSH_9.2p1', 'Debian-2+deb12u10'],
  ['SSH-2.0-billsSSH_3.6.3q3\n', 'billsSSH_3.6.3q3', ''],
  ['SSH-1.99-Cisco-1.25\r\n', 'Cisco-1.25', ''],
  ['SSH-2.0-\r\n', '', ''],
])('identification %j', (line, software, comment) => {
  expect(parseIdentification(line)).toEqual({ software, comment, raw: line.trimEnd() });
});
test.each(['220 mail ready', 'SSH-', 'ssh-2.0-x', 'XSSH-2.0-x', ''])('no identification: %j', (line) => {
  expect(parseIdentification(line)).toBeUndefined();
});

// The examples of RFC 4251 section 5.
test.each([
  ['', '00000000'],
  ['09a378f9b2e332a7', '0000000809a378f9b2e332a7'],
  ['80', '000000020080'],
])('mpint of %s', (number, encoded) => expect(mpint(Buffer.from(number, 'hex')).toString('hex')).toBe(encoded));

test.each([
  ['', 0],
  ['0001', 1],
  ['80', 8],
  ['00ffff', 16],
  ['01ffff', 17],
])('%s has %i bits', (number, bits) => expect(bitLength(Buffer.from(number, 'hex'))).toBe(bits));
