import check from '../../../src/checks/containerssh/webhook-accepts-all.js';
import { logins, webhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'a user without a name', facts: webhook({ success: true }) },
    { name: 'an invented user', facts: { ...webhook(), ...logins(true, false) }, because: 'password' },
    { name: 'an invented key', facts: { ...webhook(), ...logins(null, true) }, because: 'key' },
  ],
  pass: [{ name: 'it refused both', facts: { ...webhook(), ...logins(false, false) } }],
  unknown: [
    { name: 'only the user without a name was tried', facts: webhook() },
    { name: 'no clear answer', facts: { ...webhook(), ...logins(null, null) } },
  ],
});
