import check from '../../../src/checks/webssh/debug-mode.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { configOf, health, login, session } from '../../support/webssh-facts.js';

const NO_HSTS = { 'strict-transport-security': undefined };

testCheck(check, {
  fail: [
    { name: 'everything but HSTS', facts: login({}, NO_HSTS) },
    { name: 'with witnesses', facts: { ...login({}, NO_HSTS), ...session({ secure: false }), ...health({ indented: true }) } },
  ],
  pass: [{ name: 'HSTS', facts: login() }],
  unknown: [{ name: 'a proxy that takes headers away', facts: login({}, { ...NO_HSTS, 'x-frame-options': undefined }) }],
});

testFiles(check, {
  fail: ['True', 'true'].map((value) => ({ name: value, facts: configOf({ debug: { value } }) })),
  pass: [{ name: 'the default', facts: configOf() }],
  unknown: [{ name: 'from elsewhere', facts: configOf({ debug: { value: null, unresolved: 'KEY is not set in a file' } }) }],
});
