import check from '../../../src/checks/containerssh/cfg-signal-mode.js';
import { securityOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const disable = { value: 'disable' };

testCheck(check, {
  fail: [
    { name: 'the shell is on', facts: securityOf({ signal: disable, shell: { value: 'enable' }, defaultMode: disable }) },
    { name: 'the shell is on by default', facts: securityOf({ signal: disable }) },
  ],
  pass: [
    { name: 'the shell is off', facts: securityOf({ signal: disable, defaultMode: disable }) },
    { name: 'not set', facts: securityOf() },
  ],
});
