import { banner } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/agent-legacy.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the line of the library', facts: banner('SSH-2.0-Go') }],
  pass: [{ name: 'a line of its own', facts: banner('SSH-2.0-beszel_0.12.0') }],
});
