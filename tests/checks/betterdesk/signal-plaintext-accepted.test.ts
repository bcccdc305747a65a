import check from '../../../src/checks/betterdesk/signal-plaintext-accepted.js';
import { testCheck } from '../../support/test-check.js';

const opened = (plainAnswered: boolean) => ({ 'rustdesk.key-exchange': { signature: '', publicKey: '', plainAnswered } });

testCheck(check, {
  fail: [{ name: 'a plain question is answered', facts: opened(true) }],
  pass: [{ name: 'it is not', facts: opened(false) }],
  'not-applicable': [{ name: 'on loopback', facts: opened(true), context: { exposure: 'loopback' as const } }],
});
