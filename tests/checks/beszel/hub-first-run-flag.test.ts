import { expect, test } from '@jest/globals';
import { claim, firstRun } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-first-run-flag.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the flag alone', facts: firstRun(true) }],
  pass: [{ name: 'a user exists', facts: firstRun(false) }],
  'not-applicable': [{ name: 'the form was asked', facts: { ...firstRun(true), ...claim(403, 'forbidden') } }],
});

test('the flag alone is not certain', () => {
  expect(verdictOf(check, firstRun(true))).toMatchObject({ confidence: 70 });
});
