import check from '../../../src/checks/webssh/cookie-not-secure.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { configOf, session } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'without Secure', facts: session({ secure: false }) }],
  pass: [{ name: 'with Secure', facts: session() }],
});

testFiles(check, {
  fail: [
    { name: 'false', facts: configOf({ sessionCookieSecure: { value: 'false' } }) },
    { name: 'debug mode', facts: configOf({ debug: { value: 'True' } }) },
  ],
  pass: [{ name: 'the default', facts: configOf() }],
  unknown: [{ name: 'from elsewhere', facts: configOf({ sessionCookieSecure: { value: null, unresolved: 'KEY is not set in a file' } }) }],
});
