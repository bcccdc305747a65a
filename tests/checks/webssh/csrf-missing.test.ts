import check from '../../../src/checks/webssh/csrf-missing.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the form is taken', facts: { 'webssh.csrf': { status: 200, reason: '' } } }],
  pass: [{ name: 'refused', facts: { 'webssh.csrf': { status: 400, reason: 'The CSRF token is missing.' } } }],
  unknown: [{ name: 'a broken proxy', facts: { 'webssh.csrf': { status: 502, reason: '' } } }],
});
