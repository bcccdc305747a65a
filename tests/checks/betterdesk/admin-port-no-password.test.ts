import check from '../../../src/checks/betterdesk/admin-port-no-password.js';
import { settings } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

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
