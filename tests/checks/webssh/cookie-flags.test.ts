import check from '../../../src/checks/webssh/cookie-flags.js';
import { testCheck } from '../../support/test-check.js';
import { session } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'without HttpOnly', facts: session({ httpOnly: false }), because: 'HttpOnly' },
    { name: 'SameSite=None', facts: session({ sameSite: 'none' }), because: 'SameSite' },
  ],
  pass: [{ name: 'both', facts: session({ sameSite: 'strict' }) }],
});
