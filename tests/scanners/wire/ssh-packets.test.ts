import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  openerFor,
  openPlain,
  sealerFor,
  sealPlain,
  supportedCiphers,
  supportedMacs,
  type Take,
  toServer,
} from '../../../src/scanners/wire/ssh-packets.js';

const derive = (letter: string, bytes: number) => createHash('shake256', { outputLength: bytes }).update(letter).digest();
const hangUp = new Error('the peer hung up');

/** Gives what is there, in order, and hangs up after it. */
function from(bytes: Buffer): Take {
  let at = 0;
  return (count) => (at + count > bytes.length ? Promise.reject(hangUp) : Promise.resolve(bytes.subarray(at, (at += count))));
}

const payloads = [Buffer.from([2]), Buffer.from('fifteen bytes..'), Buffer.alloc(1000, 7)];
const pairs = supportedCiphers.flatMap((cipher) =>
  /gcm|chacha/.test(cipher) ? [[cipher, 'none']] : supportedMacs.map((mac) => [cipher, mac]),
);

describe.each(pairs)('%s with %s', (cipher, mac) => {
  const seal = () => {
    const sealer = sealerFor(cipher!, mac!, toServer, derive);
    return Buffer.concat(payloads.map((payload, sequence) => sealer(sequence + 3, payload)));
  };
  const open = (take: Take) => {
    const opener = openerFor(cipher!, mac!, toServer, derive);
    return async () => {
      const seen: Buffer[] = [];
      for (const sequence of payloads.keys()) seen.push(Buffer.from(await opener(sequence + 3, take)));
      return seen;
    };
  };

  test('what is sealed can be opened, packet after packet', async () => {
    expect(await open(from(seal()))()).toEqual(payloads);
  });
  test('a changed byte is noticed', async () => {
    const sealed = seal();
    sealed[sealed.length - 20]! ^= 1;
    await expect(open(from(sealed))()).rejects.toThrow(/authentication code|claims to have|hung up/);
  });
  test('a cut stream is a hang-up', async () => {
    await expect(open(from(seal().subarray(0, -1)))()).rejects.toBe(hangUp);
  });
});

describe('before encryption', () => {
  test('packets fill whole blocks', () => {
    for (let length = 1; length < 40; length++) expect(sealPlain(0, Buffer.alloc(length)).length % 8).toBe(0);
  });
  test.each([0xffffffff, 35_001, 4, 0])('a claimed length of %i is refused before it is waited for', async (length) => {
    const claim = Buffer.alloc(4);
    claim.writeUInt32BE(length);
    await expect(openPlain(0, from(claim))).rejects.toThrow(`claims to have ${length} bytes`);
  });
  test('padding that eats the whole packet', async () => {
    await expect(openPlain(0, from(Buffer.from([0, 0, 0, 8, 255, 0, 0, 0, 0, 0, 0, 0])))).rejects.toThrow('without a message');
  });
});
