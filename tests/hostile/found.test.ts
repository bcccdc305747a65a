import { expect, test } from '@jest/globals';
import { memoryDial } from '../../bench/fuzz/memory-dial.js';
import { ProbeError } from '../../src/errors.js';
import { request } from '../../src/scanners/http-client.js';
import { certificateFacts } from '../../src/scanners/protocols/tls-certificate.js';
import { decodeEntries } from '../../src/scanners/wire/smb/directory.js';
import { countPasswordFields } from '../../src/scanners/wire/html.js';
import { certificateOf } from '../peers/tls.js';

/*
 * What `npm run fuzz` and a second reading found, so that it stays mended.
 */

test('alternative names that cannot be read are a failure, not a defect of ours', () => {
  const der = Buffer.from(certificateOf('ed25519'));
  // The second name gets a tag that RFC 5280 section 4.2.1.6 does not know.
  const at = der.indexOf('*.box.lan') - 2;
  der[at] = 0x3f;
  expect(() => certificateFacts(der, '')).toThrow(ProbeError);
});

test('an answer that breaks off in the same moment as it comes does not leave us waiting', async () => {
  const cut = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 420\r\n\r\n<!doctype html>');
  const { status, truncated } = await request(memoryDial([[cut]], { port: 80 }), { path: '/' });
  expect({ status, truncated }).toEqual({ status: 200, truncated: true });
});

test('folder entries that overlap do not multiply into megabytes of names', () => {
  // Every eight bytes an entry: 8 to the next, and a name as long as what is left of the message.
  const message = Buffer.alloc(64 * 1024);
  for (let at = 0; at + 64 < message.length; at += 8) {
    message.writeUInt32LE(8, at);
    message.writeUInt32LE(30_000, at + 4);
  }
  expect(() => decodeEntries(message)).toThrow(ProbeError);
});

test('a page of tags that never close is read in a moment', () => {
  const startedAt = performance.now();
  expect(countPasswordFields(`${'<input '.repeat(9_000)}>`)).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(500);
});
