import check from '../../../src/checks/betterdesk/client-api-plaintext.js';
import { testCheck } from '../../support/test-check.js';

const api = { 'betterdesk-console.client-api': { status: 200, key: 'a key' } };

testCheck(check, {
  fail: [{ name: 'plain HTTP', facts: api }],
  pass: [{ name: 'inside TLS', facts: api, subject: { tls: true } }],
  'not-applicable': [{ name: 'on loopback', facts: api, context: { exposure: 'loopback' as const } }],
});
