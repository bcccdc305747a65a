import check from '../../../src/checks/web-terminal/version-disclosed.js';
import { testCheck } from '../../support/test-check.js';
import { page } from '../../support/web-terminal-facts.js';

testCheck(check, {
  fail: [{ name: 'a version', facts: page() }],
  pass: [
    { name: 'a name alone', facts: page({ product: 'gotty', banner: 'GoTTY' }) },
    { name: 'nothing', facts: page({ banner: '' }) },
  ],
});
