import check from '../../../src/checks/home-assistant/version-disclosed.js';
import { discovery, hello } from '../../support/home-assistant-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'in the first frame', facts: hello('2025.4.4'), because: '2025.4.4' },
    { name: 'in discovery_info', facts: discovery(), because: '0.70.0' },
  ],
  pass: [{ name: 'a frame without a version', facts: hello('') }],
});
