import check from '../../../src/checks/home-assistant/frame-options-off.js';
import { hello, providers } from '../../support/home-assistant-facts.js';
import { httpOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

testCheck(check, {
  fail: [
    { name: 'turned off', facts: { ...hello(), ...root() } },
    { name: 'turned off, by the shape of another answer', facts: { ...providers(), ...root() } },
  ],
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

testFiles(check, {
  fail: [{ name: 'turned off', facts: { 'home-assistant.config-http': httpOf({ useXFrameOptions: { value: false } }) } }],
  pass: [{ name: 'not set, in a release that sends it', facts: { 'home-assistant.config-http': httpOf() } }],
  unknown: [
    { name: 'a release that is not known', facts: { 'home-assistant.config-http': httpOf({ version: '' }) } },
    { name: 'hidden', facts: { 'home-assistant.config-http': httpOf({ useXFrameOptions: { value: null, unresolved: 'x' } }) } },
  ],
  'not-applicable': [{ name: 'an old release', facts: { 'home-assistant.config-http': httpOf({ version: '2023.2.5' }) } }],
});
