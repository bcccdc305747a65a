import check from '../../../src/checks/betterdesk/audit-not-persistent.js';
import { settings } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'not set', facts: settings({}) },
    { name: 'empty', facts: settings({ AUDIT_LOG_FILE: '' }) },
  ],
  pass: [{ name: 'a file', facts: settings({ AUDIT_LOG_FILE: '/var/log/betterdesk/audit.log' }) }],
});
