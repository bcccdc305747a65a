import check from '../../../src/checks/containerssh/cfg-audit-off.js';
import { auditOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'not set', facts: auditOf(null) },
    { name: 'on, and recording nothing', facts: auditOf(true, null, 'file'), because: 'audit.format' },
  ],
  pass: [{ name: 'on', facts: auditOf(true, 'asciinema', 's3') }],
  unknown: [
    {
      name: 'no text',
      facts: { 'containerssh.config-audit': { ...auditOf(true)['containerssh.config-audit'], format: { value: null, unresolved: 'x' } } },
    },
  ],
});
