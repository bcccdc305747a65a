import check from '../../../src/checks/webssh/csp-loose.js';
import { testCheck } from '../../support/test-check.js';
import { OLD_POLICY, login } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'the first generation', facts: login({}, { 'content-security-policy': OLD_POLICY }), because: 'delivery network' }],
  pass: [{ name: 'a strict policy', facts: login() }],
  unknown: [{ name: 'no policy', facts: login({}, { 'content-security-policy': undefined }) }],
});
