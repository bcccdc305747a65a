import check from '../../../src/checks/betterdesk/api-login-limit.js';
import { testCheck } from '../../support/test-check.js';

const logins = (...statuses: number[]) => ({ 'betterdesk.api-login-limit': { statuses } });

testCheck(check, {
  fail: [{ name: 'six go through', facts: logins(400, 400, 400, 400, 400, 400) }],
  pass: [{ name: 'the sixth is stopped', facts: logins(400, 400, 400, 400, 400, 429) }],
  unknown: [
    { name: 'another server answers', facts: logins(404, 404, 404, 404, 404, 404) },
    { name: 'it broke off', facts: logins(400, 400) },
  ],
});
