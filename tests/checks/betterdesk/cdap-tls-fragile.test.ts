import check from '../../../src/checks/betterdesk/cdap-tls-fragile.js';
import { testCheck } from '../../support/test-check.js';

const settings = (written: Readonly<Record<string, string>>, password = false) => ({
  'betterdesk.config-settings': {
    settings: Object.fromEntries(Object.entries(written).map(([key, value]) => [key, { value, place: { file: '.env', line: 1 } }])),
    adminPassword: { set: password },
    unread: [],
  },
});

testCheck(check, {
  fail: [{ name: 'both on', facts: settings({ CDAP_ENABLED: 'Y', CDAP_TLS: 'Y' }) }],
  pass: [
    { name: 'without TLS', facts: settings({ CDAP_ENABLED: 'Y' }) },
    { name: 'a word that switches nothing on', facts: settings({ CDAP_ENABLED: 'Y', CDAP_TLS: 'true' }) },
  ],
});
