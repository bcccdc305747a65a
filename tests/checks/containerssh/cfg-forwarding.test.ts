import check from '../../../src/checks/containerssh/cfg-forwarding.js';
import { placed, securityOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

const mode = (value: string) => securityOf({ forwarding: [{ key: 'reverseForwardingMode', value, place: placed('').place }] });

testCheck(check, {
  fail: [
    { name: 'on', facts: mode('enable'), because: 'reverseForwardingMode' },
    { name: 'for some', facts: mode('filter') },
  ],
  pass: [
    { name: 'off', facts: mode('disable') },
    { name: 'not set', facts: securityOf() },
  ],
});
