import { page } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-version-disclosed.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'named', facts: page('0.18.8'), because: '0.18.8' }],
  pass: [{ name: 'blanked by a proxy', facts: page('') }],
});
