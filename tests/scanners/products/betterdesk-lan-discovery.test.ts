import dgram from 'node:dgram';
import { once } from 'node:events';
import { afterEach, expect, test } from '@jest/globals';
import { askLanDiscovery } from '../../../src/scanners/products/betterdesk/lan-discovery.js';
import { dialTo } from '../../support/dial-to.js';

const ANNOUNCEMENT = JSON.stringify({
  type: 'betterdesk-announce',
  version: 1,
  server: { name: 'vm', version: '2.3.0', port: 5000, apiPort: 21121, protocol: 'http', publicKey: 'bm8=', addresses: ['10.77.0.1'] },
});

let peer: dgram.Socket | undefined;
afterEach(() => {
  peer?.close();
  peer = undefined;
});

/** Answers every datagram with the text, none with an empty one. */
async function answering(text: string): Promise<number> {
  peer = dgram.createSocket('udp4');
  peer.on('message', (_, { port, address }) => text && peer?.send(text, port, address));
  peer.bind(0, '127.0.0.1');
  await once(peer, 'listening');
  return peer.address().port;
}
const ask = (port: number) => askLanDiscovery(dialTo(port, { layer: 'udp' }));

test('an announcement is read without what identifies the server', async () => {
  expect(await ask(await answering(ANNOUNCEMENT))).toEqual({
    answer: 'announced',
    askedBytes: 42,
    bytes: ANNOUNCEMENT.length,
    version: '2.3.0',
    addresses: 1,
  });
});

test('silence is no closed port', async () => {
  const port = await answering('');
  expect(await ask(port)).toMatchObject({ answer: 'silent' });
  peer!.close();
  peer = undefined;
  expect(await ask(port)).toMatchObject({ answer: 'closed' });
});

test.each(['hello', '[]', '{}', '{"type":"betterdesk-announce'])('somebody else who answers is not taken for it: %s', async (text) => {
  await expect(ask(await answering(text))).rejects.toThrow('no announcement');
});
