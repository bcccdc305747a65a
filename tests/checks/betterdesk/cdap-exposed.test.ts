import check from '../../../src/checks/betterdesk/cdap-exposed.js';
import { testCheck } from '../../support/test-check.js';

const cdap = (answers: boolean) => ({ 'betterdesk.cdap': { answers, saw: 'what it said' } });

testCheck(check, {
  fail: [{ name: 'it answers', facts: cdap(true) }],
  pass: [{ name: 'the port is closed', facts: cdap(false) }],
});
