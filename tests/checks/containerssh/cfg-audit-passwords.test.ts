import check from '../../../src/checks/containerssh/cfg-audit-passwords.js';
import { auditOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'binary, on disk', facts: auditOf(true, 'binary', 'file') }],
  pass: [
    { name: 'off', facts: auditOf(null, 'binary', 'file') },
    { name: 'asciinema', facts: auditOf(true, 'asciinema', 'file') },
    { name: 'stored nowhere', facts: auditOf(true, 'binary') },
  ],
  unknown: [
    {
      name: 'no boolean',
      facts: { 'containerssh.config-audit': { ...auditOf(null)['containerssh.config-audit'], enabled: { value: null, unresolved: 'x' } } },
    },
  ],
});
