import { expect, test } from '@jest/globals';
import { parseNetwork } from '../../../src/scanners/config/network.js';

test('networks as Python reads them', () => {
  expect(parseNetwork('192.168.77.0/24')).toEqual({ family: 4, prefix: 24 });
  expect(parseNetwork('10.66.0.5')).toEqual({ family: 4, prefix: 32 });
  expect(parseNetwork('10.0.0.0/255.0.0.0')).toEqual({ family: 4, prefix: 8 });
  expect(parseNetwork('0.0.0.0/0')).toEqual({ family: 4, prefix: 0 });
  expect(parseNetwork('::1')).toEqual({ family: 6, prefix: 128 });
  expect(parseNetwork('fd00::/8')).toEqual({ family: 6, prefix: 8 });
  expect(parseNetwork('::/0')).toEqual({ family: 6, prefix: 0 });
  expect(parseNetwork('::ffff:10.0.0.0/104')).toEqual({ family: 6, prefix: 104 });
});

test('what Python refuses', () => {
  for (const text of [
    '',
    'lan',
    '192.168.77.10/24',
    'fd00::1/64',
    '10.0.0.0/33',
    '10.0.0.0/255.0.255.0',
    '10.0.0.0/8/8',
    '1.2.3',
    '10.0.0.0/-1',
  ]) {
    expect([text, parseNetwork(text)]).toEqual([text, undefined]);
  }
});
