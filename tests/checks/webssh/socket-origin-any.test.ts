import check from '../../../src/checks/webssh/socket-origin-any.js';
import { testCheck } from '../../support/test-check.js';
import { origin } from '../../support/webssh-facts.js';

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
