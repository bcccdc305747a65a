import check from '../../../src/checks/betterdesk/no-forward-secrecy.js';
import { testCheck } from '../../support/test-check.js';

const again = (same: boolean) => ({ 'rustdesk.key-exchange-again': { same } });

testCheck(check, {
  fail: [{ name: 'the same key twice', facts: again(true) }],
  pass: [{ name: 'another key each time', facts: again(false) }],
});
