import check from '../../../src/checks/betterdesk/go-api-plaintext.js';
import { health } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'plain HTTP, although a certificate is set', facts: health({ certificateConfigured: true }) }],
  pass: [{ name: 'inside TLS', facts: health(), subject: { tls: true } }],
  'not-applicable': [{ name: 'on loopback', facts: health(), context: { exposure: 'loopback' as const } }],
});
