import { expect, test } from '@jest/globals';
import check from '../../../src/checks/tls/weak-dh.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const group = (bits: number | null) => ({ 'tls.dhe': { bits } });

testCheck(check, {
  pass: [
    { name: '2048 bits', facts: group(2048) },
    { name: 'no DHE', facts: group(null) },
  ],
  fail: [
    { name: '1024 bits', facts: group(1024) },
    { name: '512 bits', facts: group(512) },
  ],
});

test('a group that was broken in public weighs more', () => {
  expect(verdictOf(check, group(768))).toMatchObject({ severity: 'high' });
});
