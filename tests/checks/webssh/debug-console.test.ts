import check from '../../../src/checks/webssh/debug-console.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the style sheet', facts: { 'webssh.debugger': { status: 200, contentType: 'text/css; charset=utf-8' } } }],
  pass: [
    { name: 'sent to the login', facts: { 'webssh.debugger': { status: 302, contentType: 'text/html; charset=utf-8' } } },
    { name: 'a page of its own', facts: { 'webssh.debugger': { status: 200, contentType: 'text/html' } } },
  ],
});
