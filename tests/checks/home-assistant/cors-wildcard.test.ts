import check from '../../../src/checks/home-assistant/cors-wildcard.js';
import { testCheck } from '../../support/test-check.js';

const preflight = (status: number, allowedOrigin = '') => ({ 'home-assistant.cors': { status, allowedOrigin } });

testCheck(check, {
  fail: [{ name: 'the wildcard echoes any origin', facts: preflight(200, 'https://porosity.invalid') }],
  pass: [
    { name: 'a list without our origin', facts: preflight(403) },
    { name: 'an empty list', facts: preflight(405) },
  ],
  unknown: [{ name: 'a server error', facts: preflight(502) }],
});
