import { agents, hiddenSetting } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-extra-keys.js';
import { testCheck } from '../../support/test-check.js';

const keys = (...value: string[]) => agents({ keys: { value } });

testCheck(check, {
  fail: [
    { name: 'two', facts: keys('ssh-ed25519', 'ssh-ed25519'), because: '2' },
    { name: 'another type', facts: keys('ssh-rsa'), because: 'ssh-rsa' },
  ],
  pass: [{ name: 'one', facts: keys('ssh-ed25519') }],
  'not-applicable': [{ name: 'none', facts: keys() }],
  unknown: [{ name: 'hidden', facts: agents({ keys: hiddenSetting }) }],
});
