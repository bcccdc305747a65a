import { expect, test } from '@jest/globals';
import { agents, banner } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-exposed.js';
import { testCheck, testFiles, verdictOf } from '../../support/test-check.js';

const agent = banner('SSH-2.0-beszel_0.18.8');

testCheck(check, {
  fail: [{ name: 'on a private address', facts: agent }],
  'not-applicable': [{ name: 'on loopback', facts: agent, context: { exposure: 'loopback' } }],
});

test('a public address is worse', () => {
  expect(verdictOf(check, agent, { exposure: 'public' })).toMatchObject({ outcome: 'fail', severity: 'medium' });
});

testFiles(check, {
  pass: [
    { name: 'SSH is off', facts: agents({ sshDisabled: { value: true } }) },
    { name: 'a socket', facts: agents({ listen: { value: 'socket' } }) },
  ],
  unknown: [{ name: 'on the network', facts: agents({}) }],
});
