import check from '../../../src/checks/web-terminal/origin-any.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'opened', facts: { 'web-terminal.socket-origin': { accepted: true, saw: 'status 101' } } }],
  pass: [{ name: 'refused', facts: { 'web-terminal.socket-origin': { accepted: false, saw: 'status 403' } } }],
});
