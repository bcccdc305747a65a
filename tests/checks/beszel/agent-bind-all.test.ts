import { agents, hiddenSetting } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-bind-all.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the default', facts: agents({}) }],
  pass: [
    { name: 'one address', facts: agents({ listen: { value: 'one address' } }) },
    { name: 'loopback', facts: agents({ listen: { value: 'loopback' } }) },
    { name: 'a socket', facts: agents({ listen: { value: 'socket' } }) },
    { name: 'not published', facts: agents({ listen: { value: 'unpublished' } }) },
    { name: 'SSH is off', facts: agents({ sshDisabled: { value: true } }) },
    { name: 'no key', facts: agents({ keys: { value: [] } }) },
  ],
  unknown: [{ name: 'hidden', facts: agents({ listen: hiddenSetting }) }],
});
