import { expect, test } from '@jest/globals';
import { banner } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-exposed.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const agent = banner('SSH-2.0-beszel_0.18.8');

testCheck(check, {
  fail: [{ name: 'on a private address', facts: agent }],
  'not-applicable': [{ name: 'on loopback', facts: agent, context: { exposure: 'loopback' } }],
});

test('a public address is worse', () => {
  expect(verdictOf(check, agent, { exposure: 'public' })).toMatchObject({ outcome: 'fail', severity: 'medium' });
});
