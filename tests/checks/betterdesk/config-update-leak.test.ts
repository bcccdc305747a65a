import check from '../../../src/checks/betterdesk/config-update-leak.js';
import { testCheck } from '../../support/test-check.js';

const natTest = (servers: number) => ({ 'rustdesk.nat-test': { serial: servers ? 1 : 0, servers } });

testCheck(check, {
  fail: [{ name: 'a list of servers', facts: natTest(3), because: '3 other servers' }],
  pass: [{ name: 'no list', facts: natTest(0) }],
});
