import check from '../../../src/checks/web-terminal/proxy-gap.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'opened', facts: { 'web-terminal.socket-behind-login': { path: '/ws', status: 101 } } }],
  pass: [{ name: 'refused', facts: { 'web-terminal.socket-behind-login': { path: '/ws', status: 401 } } }],
});
