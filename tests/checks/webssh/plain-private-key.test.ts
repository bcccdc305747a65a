import check from '../../../src/checks/webssh/plain-private-key.js';
import { testCheck } from '../../support/test-check.js';
import { dataOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'plain', facts: dataOf({ plainKeys: [{ path: 'keys/1', why: 'begins with -----BEGIN' }] }) }],
  pass: [{ name: 'encrypted', facts: dataOf() }],
});
