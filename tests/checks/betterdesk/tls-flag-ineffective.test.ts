import check from '../../../src/checks/betterdesk/tls-flag-ineffective.js';
import { settings } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'true instead of Y', facts: settings({ TLS_SIGNAL: 'true', TLS_API: 'Y' }), because: 'TLS_SIGNAL does' }],
  pass: [
    { name: 'written Y', facts: settings({ TLS_SIGNAL: 'Y', TLS_RELAY: 'y' }) },
    { name: 'switched off', facts: settings({ TLS_SIGNAL: 'N', FORCE_HTTPS: 'false' }) },
    { name: 'not set', facts: settings({}) },
  ],
});
