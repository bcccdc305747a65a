import check from '../../../src/checks/betterdesk/audit-not-persistent.js';
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
    { name: 'not set', facts: settings({}) },
    { name: 'empty', facts: settings({ AUDIT_LOG_FILE: '' }) },
  ],
  pass: [{ name: 'a file', facts: settings({ AUDIT_LOG_FILE: '/var/log/betterdesk/audit.log' }) }],
});
