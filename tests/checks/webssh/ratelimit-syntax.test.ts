import check from '../../../src/checks/webssh/ratelimit-syntax.js';
import { testCheck } from '../../support/test-check.js';
import { configOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: ['10 per 5 minutes', '5/minute', '5 per day', '50 per minute'].map((value) => ({
    name: value,
    facts: configOf({ loginLimit: { value } }),
  })),
  pass: [
    { name: '3 per minute', facts: configOf({ loginLimit: { value: '3 per minute' } }) },
    { name: 'the default', facts: configOf() },
  ],
  unknown: [{ name: 'from elsewhere', facts: configOf({ loginLimit: { value: null, unresolved: 'KEY is not set in a file' } }) }],
});
