import check from '../../../src/checks/webssh/headers.js';
import { testCheck } from '../../support/test-check.js';
import { login } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'one missing', facts: login({}, { 'x-frame-options': undefined }) }],
  pass: [
    { name: 'all of them', facts: login() },
    { name: 'HSTS is another question', facts: login({}, { 'strict-transport-security': undefined }) },
  ],
});
