import { expect, test } from '@jest/globals';
import { poly1305 } from '../../../src/scanners/wire/poly1305.js';

// RFC 8439 section 2.5.2, and appendix A.3 numbers 7 and 11: carries past the prime, and past 2^128.
test.each([
  [
    '85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b',
    Buffer.from('Cryptographic Forum Research Group').toString('hex'),
    'a8061dc1305136c6c22b8baf0c0127a9',
  ],
  [
    '0100000000000000000000000000000000000000000000000000000000000000',
    'fffffffffffffffffffffffffffffffff0ffffffffffffffffffffffffffffff11000000000000000000000000000000',
    '05000000000000000000000000000000',
  ],
  [
    '0100000000000000040000000000000000000000000000000000000000000000',
    'e33594d7505e43b900000000000000003394d7505e4379cd010000000000000000000000000000000000000000000000',
    '13000000000000000000000000000000',
  ],
])('the tag under %s', (key, data, tag) => {
  expect(poly1305(Buffer.from(key, 'hex'), Buffer.from(data, 'hex')).toString('hex')).toBe(tag);
});
