import check from '../../../src/checks/web-terminal/header-auth-direct.js';
import { testCheck } from '../../support/test-check.js';
import { page } from '../../support/web-terminal-facts.js';

testCheck(check, {
  fail: [{ name: 'status 407', facts: page({ door: 'trusted-header' }) }],
  pass: [{ name: 'an open ttyd', facts: page() }],
  'not-applicable': [{ name: 'another program', facts: page({ product: 'gotty' }) }],
});
