import check from '../../../src/checks/webssh/login-limit.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { configOf, limit } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'six and no refusal', facts: limit(null) }],
  pass: [{ name: 'refused after five', facts: limit(5, false), because: '5 attempts' }],
});

testFiles(check, {
  fail: [{ name: 'true', facts: configOf({ rateLimitEnabled: { value: 'true' } }) }],
  unknown: [{ name: 'on', facts: configOf() }],
});
