import check from '../../../src/checks/home-assistant/cors-wildcard.js';
import { httpOf } from '../../support/home-assistant.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const preflight = (status: number, allowedOrigin = '') => ({ 'home-assistant.cors': { status, allowedOrigin } });

testCheck(check, {
  fail: [{ name: 'the wildcard echoes any origin', facts: preflight(200, 'https://porosity.invalid') }],
  pass: [
    { name: 'a list without our origin', facts: preflight(403) },
    { name: 'an empty list', facts: preflight(405) },
  ],
  unknown: [{ name: 'a server error', facts: preflight(502) }],
});

testFiles(check, {
  fail: [
    { name: 'a star', facts: { 'home-assistant.config-http': httpOf({ corsAllowedOrigins: { value: ['https://a.example', '*'] } }) } },
  ],
  pass: [
    { name: 'not set', facts: { 'home-assistant.config-http': httpOf() } },
    { name: 'a list', facts: { 'home-assistant.config-http': httpOf({ corsAllowedOrigins: { value: ['https://a.example'] } }) } },
  ],
  unknown: [{ name: 'hidden', facts: { 'home-assistant.config-http': httpOf({ corsAllowedOrigins: { value: null, unresolved: 'x' } }) } }],
});
