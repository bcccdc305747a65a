import check from '../../../src/checks/containerssh/webhook-timeout.js';
import { keyQuery } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'no answer', facts: keyQuery('none') }],
  pass: [{ name: 'refused at once', facts: keyQuery('refused') }],
});
