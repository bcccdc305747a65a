import check from '../../../src/checks/webssh/socket-origin-any.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { configOf, origin } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    {
      name: 'our origin',
      facts: origin({ status: 200, allowedOrigin: 'https://porosity.invalid', credentials: true, refused: false }),
      because: 'cookies',
    },
  ],
  pass: [{ name: 'refused', facts: origin() }],
  unknown: [
    { name: 'no header', facts: origin({ status: 200, refused: false }) },
    { name: 'a 400 in other words', facts: origin({ refused: false }) },
  ],
});

testFiles(check, {
  fail: ['*', '*, https://box.lan', 'https://box.lan,*'].map((value) => ({ name: value, facts: configOf({ corsOrigins: { value } }) })),
  pass: [
    { name: 'one origin', facts: configOf() },
    { name: 'the default', facts: configOf({ corsOrigins: { value: null } }) },
  ],
  unknown: [{ name: 'from elsewhere', facts: configOf({ corsOrigins: { value: null, unresolved: 'KEY is not set in a file' } }) }],
});
