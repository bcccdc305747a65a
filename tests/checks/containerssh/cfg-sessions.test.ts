import check from '../../../src/checks/containerssh/cfg-sessions.js';
import { securityOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const limit = (value: number | null) => securityOf({ maxSessions: { value } });

testCheck(check, {
  fail: [
    { name: 'not set', facts: limit(null) },
    { name: 'without limit', facts: limit(-1) },
  ],
  pass: [{ name: 'ten', facts: limit(10) }],
  unknown: [{ name: 'no number', facts: securityOf({ maxSessions: { value: null, unresolved: 'it is no number' } }) }],
});
