import check from '../../../src/checks/containerssh/cfg-inline-secrets.js';
import { configOf, secretsOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const inline = secretsOf('sshproxy.password');

testCheck(check, {
  fail: [{ name: 'readable by others', facts: { ...inline, ...configOf({ mode: 0o640 }) }, because: 'sshproxy.password' }],
  pass: [
    { name: 'the owner’s alone', facts: { ...inline, ...configOf({ mode: 0o400 }) } },
    { name: 'none', facts: { ...secretsOf(), ...configOf({ mode: 0o644 }) } },
  ],
  unknown: [{ name: 'a system without permissions', facts: { ...inline, ...configOf({ mode: null }) } }],
});
