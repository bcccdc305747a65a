import check from '../../../src/checks/betterdesk/enrollment-open.js';
import { testCheck } from '../../support/test-check.js';

const settings = (written: Readonly<Record<string, string>>, password = false) => ({
  'betterdesk.config-settings': {
    settings: Object.fromEntries(Object.entries(written).map(([key, value]) => [key, { value, place: { file: '.env', line: 1 } }])),
    adminPassword: { set: password },
    unread: [],
  },
});

testCheck(check, {
  fail: [
    { name: 'open', facts: settings({ ENROLLMENT_MODE: 'open' }) },
    { name: 'the default', facts: settings({}), because: 'by default' },
  ],
  pass: [{ name: 'locked', facts: settings({ ENROLLMENT_MODE: 'locked' }) }],
});
