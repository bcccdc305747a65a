import check from '../../../src/checks/betterdesk/encrypted-only-no-effect.js';
import { testCheck } from '../../support/test-check.js';

const settings = (written: Readonly<Record<string, string>>, password = false) => ({
  'betterdesk.config-settings': {
    settings: Object.fromEntries(Object.entries(written).map(([key, value]) => [key, { value, place: { file: '.env', line: 1 } }])),
    adminPassword: { set: password },
    unread: [],
  },
});

testCheck(check, {
  fail: [{ name: 'it is set', facts: settings({ ENCRYPTED_ONLY: '1' }) }],
  pass: [{ name: 'it is not', facts: settings({}) }],
});
