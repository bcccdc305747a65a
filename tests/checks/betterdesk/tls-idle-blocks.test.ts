import check from '../../../src/checks/betterdesk/tls-idle-blocks.js';
import { testCheck } from '../../support/test-check.js';

const waited = (blockedMs: number) => ({ 'rustdesk.idle-blocks': { blockedMs } });

testCheck(check, {
  fail: [{ name: 'it waits for the silent one', facts: waited(499) }],
  pass: [{ name: 'it answers at once', facts: waited(3) }],
});
