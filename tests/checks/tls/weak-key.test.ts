import { expect, test } from '@jest/globals';
import check from '../../../src/checks/tls/weak-key.js';
import { testCheck, verdictOf } from '../../support/test-check.js';
import { certificate } from '../../support/tls-facts.js';

const key = (type: string, bits: number) => certificate({ key: { type, bits } });

testCheck(check, {
  pass: [
    { name: 'P-256', facts: key('ec', 256) },
    { name: 'RSA 2048', facts: key('rsa', 2048) },
    { name: 'Ed25519', facts: key('ed25519', 256) },
    { name: 'a kind without a size', facts: key('ml-dsa-65', 0) },
  ],
  fail: [
    { name: 'RSA 1024', facts: key('rsa', 1024), because: '1024 bits' },
    { name: 'RSA-PSS 1536', facts: key('rsa-pss', 1536) },
    { name: 'P-192', facts: key('ec', 192) },
    { name: 'DSA', facts: key('dsa', 3072) },
  ],
  unknown: [
    { name: 'a kind that OpenSSL cannot read', facts: key('unknown', 0) },
    { name: 'a curve without a name', facts: key('ec', 0) },
  ],
});

test('a key that can be computed weighs more', () => {
  expect(verdictOf(check, key('rsa', 512))).toMatchObject({ severity: 'high' });
});
