import check from '../../../src/checks/webssh/login-limit.js';
import { testCheck } from '../../support/test-check.js';
import { limit } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'six and no refusal', facts: limit(null) }],
  pass: [{ name: 'refused after five', facts: limit(5, false), because: '5 attempts' }],
});
