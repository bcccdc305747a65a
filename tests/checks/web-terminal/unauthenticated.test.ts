import check from '../../../src/checks/web-terminal/unauthenticated.js';
import { testCheck } from '../../support/test-check.js';
import { page } from '../../support/web-terminal-facts.js';

testCheck(check, {
  fail: [
    { name: 'an open ttyd', facts: page() },
    { name: 'an open WeTTY', facts: page({ product: 'wetty' }), because: 'starts ssh' },
    { name: 'an open SSH client', facts: page({ product: 'huashengdun-webssh' }), because: 'SSH client' },
  ],
  pass: [
    { name: 'a login of its own', facts: page({ door: 'login' }), because: 'asks for a login' },
    { name: 'a login in front', facts: page({ door: 'proxy-login' }), because: 'in front' },
    { name: 'a header', facts: page({ door: 'trusted-header' }) },
    { name: 'refused', facts: page({ product: 'huashengdun-webssh', door: 'forbidden' }) },
  ],
  unknown: [{ name: 'under another path', facts: page({ door: 'hidden' }) }],
});
