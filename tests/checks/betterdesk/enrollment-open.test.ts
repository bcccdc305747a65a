import check from '../../../src/checks/betterdesk/enrollment-open.js';
import { settings } from '../../support/betterdesk-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'open', facts: settings({ ENROLLMENT_MODE: 'open' }) },
    { name: 'the default', facts: settings({}), because: 'by default' },
  ],
  pass: [{ name: 'locked', facts: settings({ ENROLLMENT_MODE: 'locked' }) }],
});
