import { expect, test } from '@jest/globals';
import { faviconHash, murmur3 } from '../../../src/scanners/wire/murmur3.js';

test.each([
  ['', 0],
  ['foo', -156908512],
  ['hello', 613153351],
])('MurmurHash3 of %j', (text, hash) => {
  expect(murmur3(Buffer.from(text))).toBe(hash);
});

test('a favicon is hashed as MIME base64: broken after 76 characters, with a line end', () => {
  const icon = Buffer.alloc(60, 1);
  const lines = icon.toString('base64');
  expect(faviconHash(icon)).toBe(murmur3(Buffer.from(`${lines.slice(0, 76)}\n${lines.slice(76)}\n`)));
});
