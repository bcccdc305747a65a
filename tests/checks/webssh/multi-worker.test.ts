import check from '../../../src/checks/webssh/multi-worker.js';
import { testCheck } from '../../support/test-check.js';
import { configOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'four', facts: configOf({ workers: { value: 4 } }) }],
  pass: [
    { name: 'the default', facts: configOf() },
    { name: 'one', facts: configOf({ workers: { value: 1 } }) },
  ],
});
