import { agents } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-secret-readable.js';
import { testCheck } from '../../support/test-check.js';

const token = { set: true, how: 'env' as const };
const held = (mode: number | null) => agents({ token, tokenFiles: [{ path: 'etc/systemd/system/beszel-agent.service', mode }] });

testCheck(check, {
  fail: [{ name: 'in a unit for everybody', facts: held(0o644) }],
  pass: [
    { name: 'in a file of the owner', facts: held(0o640) },
    { name: 'in a file that is not among these', facts: agents({ token: { set: true, how: 'file' } }) },
  ],
  'not-applicable': [{ name: 'no token', facts: agents({}) }],
  unknown: [
    { name: 'a system without permissions', facts: held(null) },
    { name: 'from elsewhere', facts: agents({ token }) },
  ],
});
