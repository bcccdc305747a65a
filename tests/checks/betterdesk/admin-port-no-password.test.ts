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
  fail: [
    { name: 'no password', facts: settings({ ADMIN_PORT: '21190' }) },
    { name: 'a password that the mode ignores', facts: settings({ ADMIN_PORT: '21190', '-mode': 'signal' }, true), because: 'signal' },
  ],
  pass: [
    { name: 'a password', facts: settings({ ADMIN_PORT: '21190' }, true) },
    { name: 'a password, every part in one process', facts: settings({ ADMIN_PORT: '21190', '-mode': 'all' }, true) },
    { name: 'no such port', facts: settings({}) },
  ],
});
