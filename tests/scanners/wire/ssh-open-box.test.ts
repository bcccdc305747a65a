import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { decodeIntegers, encodeIntegers, mlkem768, sntrup761 } from '../../../src/scanners/wire/ssh-open-box.js';

/** Answers to our public keys by other implementations: kyber-py 1.1 (ML-KEM-768) and libntruprime 20241021 (sntrup761). */
const answers = JSON.parse(readFileSync('fixtures/transcripts/ssh/open-box-answers.json', 'utf8')) as Record<
  'mlkem768' | 'sntrup761',
  { ciphertext: string; secret: string }
>;

describe.each([
  ['mlkem768', mlkem768],
  ['sntrup761', sntrup761],
] as const)('%s', (name, box) => {
  const ciphertext = Buffer.from(answers[name].ciphertext, 'base64');
  test('reads the secret that another implementation put in', () => {
    expect(box.read(ciphertext).toString('hex')).toBe(answers[name].secret);
  });
  test('a ciphertext of another length is none', () => {
    expect(() => box.read(ciphertext.subarray(1))).toThrow(`${box.ciphertextBytes - 1} bytes`);
  });
});

test('sntrup761: bytes that answer another key are refused', () => {
  expect(() => sntrup761.read(Buffer.alloc(sntrup761.ciphertextBytes, 0xa5))).toThrow('not an answer');
});

test('integers of mixed radix survive the round trip', () => {
  for (let length = 0; length < 40; length++) {
    const radixes = Array.from({ length }, (_, at) => 3 + ((at * 977) % 4589));
    const values = radixes.map((radix, at) => (at * 7919 + 13) % radix);
    expect(decodeIntegers(encodeIntegers(values, radixes), radixes)).toEqual(values);
  }
});
