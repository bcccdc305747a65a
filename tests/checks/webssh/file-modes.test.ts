import check from '../../../src/checks/webssh/file-modes.js';
import { testCheck } from '../../support/test-check.js';
import { dataOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'a key for the group', facts: dataOf({ loose: [{ path: 'keys/1', mode: '0640' }] }) }],
  pass: [{ name: 'closed', facts: dataOf() }],
});
