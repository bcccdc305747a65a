import check from '../../../src/checks/betterdesk/console-ws-unauthenticated.js';
import { testCheck } from '../../support/test-check.js';

const upgrade = (status: number) => ({ 'betterdesk-console.websocket': { status } });

testCheck(check, {
  fail: [{ name: 'anybody is connected', facts: upgrade(101) }],
  pass: [{ name: 'it wants a cookie', facts: upgrade(401) }],
  unknown: [{ name: 'a proxy knows no WebSocket', facts: upgrade(400) }],
});
