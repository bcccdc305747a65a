import check from '../../../src/checks/containerssh/cfg-unknown-keys.js';
import { configOf, placed } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'a key of 0.3', facts: configOf({ unknownKeys: [placed('configuration')] }), because: 'configuration' }],
  pass: [{ name: 'none', facts: configOf() }],
});
