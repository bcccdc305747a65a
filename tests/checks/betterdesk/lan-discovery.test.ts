import check from '../../../src/checks/betterdesk/lan-discovery.js';
import type { Facts } from '../../../src/model.js';
import { expect, test } from '@jest/globals';
import { testCheck, verdictOf } from '../../support/test-check.js';

type Answer = Facts['betterdesk-console.lan-discovery']['answer'];
const heard = (answer: Answer) => ({
  'betterdesk-console.lan-discovery': { answer, askedBytes: 42, bytes: 236, version: '2.3.0', addresses: 1 },
});

testCheck(check, {
  fail: [{ name: 'it introduces itself', facts: heard('announced') }],
  unknown: [{ name: 'nothing comes back', facts: heard('silent') }],
  'not-applicable': [
    { name: 'the port is closed', facts: heard('closed') },
    { name: 'on loopback', facts: heard('announced'), context: { exposure: 'loopback' } },
  ],
});

test('it weighs more on a public address', () => {
  expect(verdictOf(check, heard('announced'), { exposure: 'public' })).toMatchObject({ outcome: 'fail', severity: 'medium' });
});
