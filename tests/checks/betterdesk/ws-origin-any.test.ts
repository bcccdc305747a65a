import check from '../../../src/checks/betterdesk/ws-origin-any.js';
import { testCheck } from '../../support/test-check.js';

const upgrade = (foreign: number) => ({ 'betterdesk.websocket-origin': { port: 21118, tls: false, foreign, none: 101 } });

testCheck(check, {
  fail: [{ name: 'a foreign origin is taken', facts: upgrade(101) }],
  pass: [{ name: 'it is refused', facts: upgrade(403) }],
  unknown: [{ name: 'something else answers', facts: upgrade(502) }],
});
