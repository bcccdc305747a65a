import { expect, test } from '@jest/globals';
import check from '../../../src/checks/containerssh/cfg-docker-escape.js';
import { dockerOf, placed } from '../../support/containerssh-config.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const sets = (...escapes: string[]) => dockerOf({ escapes: escapes.map(placed) });

testCheck(check, {
  fail: [{ name: 'privileged', facts: sets('privileged: true', 'capadd: SYS_ADMIN'), because: 'SYS_ADMIN' }],
  pass: [{ name: 'nothing', facts: dockerOf() }],
  'not-applicable': [{ name: 'another backend', facts: dockerOf({ used: false }) }],
});

test('what opens a way is less than what gives the machine away', () => {
  expect(verdictOf(check, sets('networkmode: host'))).toMatchObject({ severity: 'high' });
  expect(verdictOf(check, sets('binds: /:/host'))).toMatchObject({ severity: 'critical' });
});
