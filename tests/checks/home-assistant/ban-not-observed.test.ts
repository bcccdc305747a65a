import check from '../../../src/checks/home-assistant/ban-not-observed.js';
import { failedLogins, manifest, refusals } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'ten failures and no ban', facts: { ...refusals(), ...failedLogins(10, null) } }],
  pass: [
    { name: 'banned after three', facts: { ...refusals('/manifest.json'), ...failedLogins(3, 3) } },
    { name: 'answered, then banned', facts: { ...refusals('/'), ...manifest() } },
  ],
  unknown: [
    { name: 'no login was failed', facts: refusals() },
    { name: 'banned before we came', facts: { ...refusals('/'), ...manifest(403, '') } },
  ],
});
