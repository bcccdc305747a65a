import check from '../../../src/checks/containerssh/any-key-accepted.js';
import { keyQuery } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'taken', facts: keyQuery('accepted') }],
  pass: [{ name: 'refused', facts: keyQuery('refused') }],
  unknown: [{ name: 'its webhook does not answer', facts: keyQuery('none'), because: 'goes on trying' }],
});
