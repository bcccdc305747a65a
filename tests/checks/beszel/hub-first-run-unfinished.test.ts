import { claim, firstRun } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-first-run-unfinished.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a superuser exists and nobody else', facts: { ...firstRun(true), ...claim(403, 'forbidden') } }],
  pass: [{ name: 'a user exists', facts: firstRun(false) }],
  'not-applicable': [{ name: 'it can be claimed', facts: { ...firstRun(true), ...claim(400, 'open') } }],
  unknown: [{ name: 'the form was not asked', facts: firstRun(true) }],
});
