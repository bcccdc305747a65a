import check from '../../../src/checks/web-terminal/csrf-off.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'off', facts: { 'web-terminal.csrf': { checked: false, saw: 'Missing argument hostname' } } }],
  pass: [{ name: 'on', facts: { 'web-terminal.csrf': { checked: true, saw: "'_xsrf' argument missing from POST" } } }],
});
