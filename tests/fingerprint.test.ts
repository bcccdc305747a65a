import { describe, expect, test } from '@jest/globals';
import { fingerprintOf, hostKeys } from '../src/fingerprint.js';

const host = (name: string, address: string, ...identities: string[]) => ({ name, address, identities });

describe('what a host is known by', () => {
  test.each([
    ['its best identity', host('a', '10.0.0.1', 'tls:t', 'ssh:s', 'home-assistant:u', 'mac:m'), 'mac:m'],
    ['an instance before its keys', host('a', '10.0.0.1', 'ssh:s', 'home-assistant:u'), 'home-assistant:u'],
    ['a key before a certificate', host('a', '10.0.0.1', 'tls:t', 'ssh:s'), 'ssh:s'],
    ['another system last', host('a', '10.0.0.1', 'beszel:b', 'tls:t'), 'tls:t'],
    ['its name', host('box.lan', '10.0.0.1'), 'box.lan'],
    ['its address, where that is its name', host('10.0.0.1', '10.0.0.1'), '10.0.0.1'],
  ])('%s', (_, one, key) => expect(hostKeys([one])).toEqual([key]));

  test('the same at another address', () => {
    expect(hostKeys([host('10.0.0.1', '10.0.0.1', 'ssh:s')])).toEqual(hostKeys([host('10.0.0.9', '10.0.0.9', 'ssh:s')]));
  });

  test('clones are told apart, and so are the two families of one machine', () => {
    expect(hostKeys([host('10.0.0.1', '10.0.0.1', 'ssh:s'), host('10.0.0.2', '10.0.0.2', 'ssh:s')])).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(hostKeys([host('a', '10.0.0.1', 'ssh:s'), host('a', 'fd00::1', 'ssh:s')])).toEqual(['ssh:s IPv4', 'ssh:s IPv6']);
    expect(hostKeys([host('a', '10.0.0.1'), host('a', '10.0.0.2')])).toEqual(['a 10.0.0.1', 'a 10.0.0.2']);
  });
});

test('a fingerprint is the documented digest', () => {
  // printf '["porosity/1","mqtt/plaintext","box.lan",1883]' | sha256sum
  expect(fingerprintOf({ check: 'mqtt/plaintext', host: 'box.lan', port: 1883 })).toBe(
    '3ead14802500f2346ac292d9d6e6262308ecfe404615e7d5fcab9d33fffdcd76',
  );
  expect(fingerprintOf({ check: 'mqtt/plaintext', host: 'box.lan' })).toMatch(/^[0-9a-f]{64}$/);
});
