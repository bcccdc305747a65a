import check from '../../../src/checks/containerssh/cfg-no-hostkey.js';
import { placed, sshConfigOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'none', facts: sshConfigOf() }],
  pass: [{ name: 'a file', facts: sshConfigOf({ hostKeys: [{ inline: false, place: placed('').place }] }) }],
});
