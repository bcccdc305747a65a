import check from '../../../src/checks/home-assistant/frame-options-off.js';
import { hello } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [{ name: 'turned off', facts: { ...hello(), ...root() } }],
  pass: [
    { name: 'the default', facts: { ...hello(), ...root({ headers: { 'x-frame-options': 'SAMEORIGIN' } }) } },
    { name: 'a proxy sends the CSP', facts: { ...hello(), ...root({ headers: { 'content-security-policy': "frame-ancestors 'self'" } }) } },
  ],
  'not-applicable': [{ name: 'before 2023.9', facts: { ...hello('2023.8.4'), ...root() } }],
  unknown: [
    { name: 'a refusal lacks it always', facts: { ...hello(), ...root({ status: 400 }) } },
    { name: 'a version that is none', facts: { ...hello('0000.0.0'), ...root() } },
  ],
});
