import check from '../../../src/checks/webssh/stock-compose.js';
import { testCheck } from '../../support/test-check.js';
import { configOf, everyAddress } from '../../support/webssh-facts.js';

const STOCK = { corsOrigins: { value: '*' }, sessionCookieSecure: { value: 'false' }, openPorts: [everyAddress] };

testCheck(check, {
  fail: [{ name: 'all three', facts: configOf(STOCK) }],
  pass: [
    { name: 'on loopback', facts: configOf({ ...STOCK, openPorts: [] }) },
    { name: 'one origin', facts: configOf({ ...STOCK, corsOrigins: { value: 'https://box.lan' } }) },
  ],
  unknown: [
    { name: 'from elsewhere', facts: configOf({ ...STOCK, corsOrigins: { value: null, unresolved: 'KEY is not set in a file' } }) },
  ],
  'not-applicable': [{ name: 'no compose file', facts: configOf({ openPorts: null }) }],
});
