import check from '../../../src/checks/containerssh/webhook-reachable.js';
import { webhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'it answers', facts: webhook() }],
  'not-applicable': [{ name: 'loopback', facts: webhook(), context: { exposure: 'loopback' } }],
});
