import check from '../../../src/checks/betterdesk/encrypted-only-no-effect.js';
import { settings } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'it is set', facts: settings({ ENCRYPTED_ONLY: '1' }) }],
  pass: [{ name: 'it is not', facts: settings({}) }],
});
