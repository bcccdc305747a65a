import check from '../../../src/checks/webssh/ratelimit-spelling.js';
import { testCheck } from '../../support/test-check.js';
import { configOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: ['true', '1', 'yes', 'False'].map((value) => ({ name: value, facts: configOf({ rateLimitEnabled: { value } }) })),
  pass: [
    { name: 'True', facts: configOf({ rateLimitEnabled: { value: 'True' } }) },
    { name: 'the default', facts: configOf() },
  ],
  unknown: [{ name: 'from elsewhere', facts: configOf({ rateLimitEnabled: { value: null, unresolved: 'KEY is not set in a file' } }) }],
});
