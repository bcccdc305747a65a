import { Certificate, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import tls from 'node:tls';
import { expect, test } from '@jest/globals';
import { memoryDial } from '../../bench/fuzz/memory-dial.js';
import { ProbeError } from '../../src/errors.js';
import { request } from '../../src/scanners/http-client.js';
import { forgetOpenSslErrors } from '../../src/scanners/openssl.js';
import { certificateFacts } from '../../src/scanners/protocols/tls-certificate.js';
import { decodeEntries } from '../../src/scanners/wire/smb/directory.js';
import { countPasswordFields } from '../../src/scanners/wire/html.js';
import { certificateOf, identity } from '../peers/tls.js';
import { listen } from '../support/dial-to.js';

/*
 * What `npm run fuzz` and a second reading found, so that it stays mended.
 */

/** The second name has a tag that RFC 5280 section 4.2.1.6 does not know. */
function certificateWithUnreadableNames(): Buffer {
  const der = Buffer.from(certificateOf('ed25519'));
  der[der.indexOf('*.box.lan') - 2] = 0x3f;
  return der;
}

test('alternative names that cannot be read are a failure, not a defect of ours', () => {
  expect(() => certificateFacts(certificateWithUnreadableNames(), '')).toThrow(ProbeError);
});

test('a certificate that OpenSSL complains about does not break the TLS connection to another host', async () => {
  const server = tls.createServer(identity('leaf'), (socket) => socket.on('error', () => {}).pipe(socket));
  const socket = tls.connect({ port: await listen(server), rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect');
    for (let round = 0; round < 3; round++) {
      socket.write('ping');
      expect(() => certificateFacts(certificateWithUnreadableNames(), '')).toThrow(ProbeError);
      expect(String((await once(socket, 'data'))[0])).toBe('ping');
    }
  } finally {
    socket.destroy();
    server.close();
  }
});

test('a private key can be read whatever error of OpenSSL somebody left behind', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  Certificate.verifySpkac(Buffer.from('no challenge'));
  forgetOpenSslErrors();
  expect(sign(null, Buffer.from('a'), pem)).toHaveLength(64);
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
