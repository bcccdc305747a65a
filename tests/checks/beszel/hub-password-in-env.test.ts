import { hubs } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-password-in-env.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'set', facts: hubs({ userPassword: { set: true, how: 'env' } }) }],
  pass: [{ name: 'not set', facts: hubs({}) }],
});
