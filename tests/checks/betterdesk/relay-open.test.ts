import check from '../../../src/checks/betterdesk/relay-open.js';
import { testCheck } from '../../support/test-check.js';

const relay = (paired: boolean) => ({ 'rustdesk.relay-pairing': { paired, saw: 'what came out' } });

testCheck(check, {
  fail: [{ name: 'strangers are joined', facts: relay(true) }],
  pass: [{ name: 'nothing goes through', facts: relay(false) }],
});
