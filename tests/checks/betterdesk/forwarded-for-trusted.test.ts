import check from '../../../src/checks/betterdesk/forwarded-for-trusted.js';
import { testCheck } from '../../support/test-check.js';

const left = (...remaining: number[]) => ({ 'betterdesk-console.forwarded': { remaining } });

testCheck(check, {
  fail: [{ name: 'each forged address starts anew', facts: left(993, 999, 999) }],
  pass: [{ name: 'all count as ours', facts: left(93, 92, 91) }],
  unknown: [{ name: 'the window began anew in between', facts: left(93, 99, 98) }],
});
