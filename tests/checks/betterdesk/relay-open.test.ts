import check from '../../../src/checks/betterdesk/relay-open.js';
import { testCheck } from '../../support/test-check.js';

const relay = (paired: boolean, held = false) => ({ 'rustdesk.relay-pairing': { paired, held, saw: 'what came out' } });

testCheck(check, {
  fail: [{ name: 'strangers are joined', facts: relay(true) }],
  pass: [{ name: 'they are refused', facts: relay(false) }],
  unknown: [{ name: 'they are kept and not joined', facts: relay(false, true) }],
});
