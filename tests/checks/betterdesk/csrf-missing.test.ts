import check from '../../../src/checks/betterdesk/csrf-missing.js';
import { testCheck } from '../../support/test-check.js';

const post = (status: number) => ({ 'betterdesk-console.csrf': { status, refused: status === 403 } });

testCheck(check, {
  fail: [{ name: 'it is taken', facts: post(400) }],
  pass: [{ name: 'it is refused', facts: post(403) }],
  unknown: [{ name: 'a limit came first', facts: post(429) }],
});
