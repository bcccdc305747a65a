import check from '../../../src/checks/rustdesk/relay-key-not-enforced.js';
import { testCheck } from '../../support/test-check.js';

const relay = (held: boolean) => ({ 'rustdesk.relay-key': { port: 21117, held, saw: 'what it did' } });

testCheck(check, {
  fail: [{ name: 'kept', facts: relay(true) }],
  pass: [{ name: 'closed', facts: relay(false) }],
});
