import check from '../../../src/checks/web-terminal/detected.js';
import { testCheck } from '../../support/test-check.js';
import { page } from '../../support/web-terminal-facts.js';

testCheck(check, {
  fail: [{ name: 'any of them', facts: page(), because: 'ttyd answers here' }],
});
