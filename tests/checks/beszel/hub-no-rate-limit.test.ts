import check from '../../../src/checks/beszel/hub-no-rate-limit.js';
import { testCheck } from '../../support/test-check.js';

const logins = (attempts: number, limitedAfter: number | null) => ({ 'beszel-hub.failed-logins': { attempts, limitedAfter } });

testCheck(check, {
  fail: [{ name: 'four were answered', facts: logins(4, null) }],
  pass: [{ name: 'the third met the limiter', facts: logins(3, 3) }],
});
