import check from '../../../src/checks/containerssh/cfg-inline-hostkey.js';
import { configOf, placed, sshConfigOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const { place } = placed('');
const inline = sshConfigOf({ hostKeys: [{ inline: true, place }] });

testCheck(check, {
  fail: [{ name: 'readable by others', facts: { ...inline, ...configOf({ mode: 0o644 }) } }],
  pass: [
    { name: 'the owner’s alone', facts: { ...inline, ...configOf({ mode: 0o600 }) } },
    { name: 'a file of its own', facts: { ...sshConfigOf({ hostKeys: [{ inline: false, place }] }), ...configOf({ mode: 0o644 }) } },
  ],
  unknown: [{ name: 'a system without permissions', facts: { ...inline, ...configOf({ mode: null }) } }],
});
