import check from '../../../src/checks/home-assistant/scanner-banned.js';
import { refusals } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: '403 on the first page', facts: refusals('/') }],
  pass: [{ name: 'no refusal', facts: refusals() }],
});
