import check from '../../../src/checks/webssh/internal-targets.js';
import { testCheck } from '../../support/test-check.js';
import { configOf } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'not refused', facts: configOf({ blockInternalSsh: { value: null } }), because: 'no target' },
    {
      name: 'and registration open',
      facts: configOf({ blockInternalSsh: { value: 'false' }, registrationEnabled: { value: 'true' } }),
      because: 'registers',
    },
  ],
  pass: [
    { name: 'refused', facts: configOf() },
    { name: 'the production profile', facts: configOf({ blockInternalSsh: { value: null }, deploymentProfile: { value: 'production' } }) },
  ],
  unknown: [{ name: 'from elsewhere', facts: configOf({ blockInternalSsh: { value: null, unresolved: 'KEY is not set in a file' } }) }],
});
