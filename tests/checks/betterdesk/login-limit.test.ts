import check from '../../../src/checks/betterdesk/login-limit.js';
import { testCheck } from '../../support/test-check.js';

const limit = (count: number | null, status = 400) => ({
  'betterdesk-console.login-limit': { status, limit: count, windowSeconds: count === null ? null : 60 },
});

testCheck(check, {
  fail: [{ name: 'fifty a minute', facts: limit(50) }],
  pass: [{ name: 'five a minute', facts: limit(5) }],
  unknown: [{ name: 'no policy', facts: limit(null) }],
});
