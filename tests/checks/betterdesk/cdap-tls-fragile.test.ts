import check from '../../../src/checks/betterdesk/cdap-tls-fragile.js';
import { settings } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'both on', facts: settings({ CDAP_ENABLED: 'Y', CDAP_TLS: 'Y' }) }],
  pass: [
    { name: 'without TLS', facts: settings({ CDAP_ENABLED: 'Y' }) },
    { name: 'a word that switches nothing on', facts: settings({ CDAP_ENABLED: 'Y', CDAP_TLS: 'true' }) },
  ],
});
