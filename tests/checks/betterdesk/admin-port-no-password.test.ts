import check from '../../../src/checks/betterdesk/admin-port-no-password.js';
import { testCheck } from '../../support/test-check.js';

const settings = (written: Readonly<Record<string, string>>, password = false) => ({
  'betterdesk.config-settings': {
    settings: Object.fromEntries(Object.entries(written).map(([key, value]) => [key, { value, place: { file: '.env', line: 1 } }])),
    adminPassword: { set: password },
    unread: [],
  },
});

testCheck(check, {
  fail: [{ name: 'no password', facts: settings({ ADMIN_PORT: '21190' }) }],
  pass: [
    { name: 'a password', facts: settings({ ADMIN_PORT: '21190' }, true) },
    { name: 'no such port', facts: settings({}) },
  ],
});
