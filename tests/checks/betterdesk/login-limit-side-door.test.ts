import check from '../../../src/checks/betterdesk/login-limit-side-door.js';
import { testCheck } from '../../support/test-check.js';

const limit = (count: number | null, status = 400) => ({
  'betterdesk-console.client-login-limit': { status, limit: count, windowSeconds: count === null ? null : 60 },
});

testCheck(check, {
  fail: [{ name: 'a hundred a minute', facts: limit(100) }],
  pass: [
    { name: 'five a minute', facts: limit(5) },
    { name: 'no such door', facts: limit(null, 404) },
  ],
  unknown: [{ name: 'no policy', facts: limit(null) }],
});
