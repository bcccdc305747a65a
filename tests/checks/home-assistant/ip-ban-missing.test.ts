import check from '../../../src/checks/home-assistant/ip-ban-missing.js';
import { failedLogins, refusals } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'ten failures and no ban', facts: { ...refusals(), ...failedLogins(10, null) } }],
  pass: [
    { name: 'banned after three', facts: { ...refusals('/manifest.json'), ...failedLogins(3, 3) } },
    { name: 'banned before we came', facts: refusals('/') },
  ],
  unknown: [{ name: 'no login was failed', facts: refusals(), because: '--intrusive' }],
});
