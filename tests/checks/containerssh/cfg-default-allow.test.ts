import check from '../../../src/checks/containerssh/cfg-default-allow.js';
import { replaced, securityOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const mode = (value: string | null) => securityOf({ defaultMode: { value } });

testCheck(check, {
  fail: [
    { name: 'not set', facts: mode(null) },
    { name: 'enable', facts: mode('enable') },
  ],
  pass: [
    { name: 'disable', facts: mode('disable') },
    {
      name: 'inferred beside a configuration server',
      facts: { ...mode('disable'), ...replaced() },
      because: 'unless the configuration server',
    },
  ],
  unknown: [{ name: 'no text', facts: securityOf({ defaultMode: { value: null, unresolved: 'it is no text' } }) }],
});
