import { expect, test } from '@jest/globals';
import check from '../../../src/checks/containerssh/detected-hidden.js';
import { offerOf } from '../../support/containerssh-facts.js';
import { beside, ok } from '../../support/neighbouring.js';
import { banner } from '../../support/ssh-facts.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const hidden = { ...banner('SSH-2.0-OpenSSH_9.6p1 Debian-3'), ...offerOf() };

testCheck(check, {
  fail: [{ name: 'OpenSSH with the offer of ContainerSSH', facts: hidden }],
  pass: [{ name: 'another offer', facts: { ...hidden, ...offerOf({ kex: ['curve25519-sha256'] }) } }],
  'not-applicable': [{ name: 'its own name', facts: { ...hidden, ...banner('SSH-2.0-ContainerSSH') } }],
});

test('surer with its health page beside it', () => {
  const health = beside('containerssh', 7000, { 'containerssh.health': ok({ answer: 'ok' as const, negotiates: true }) });
  expect(verdictOf(check, hidden)).toMatchObject({ confidence: 60 });
  expect(verdictOf(check, hidden, { neighbours: [health] })).toMatchObject({ confidence: 85, because: expect.stringContaining('7000') });
});
