import check from '../../../src/checks/webssh/single-factor.js';
import { testCheck } from '../../support/test-check.js';
import { login, OLD_TITLE, socket } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'the first generation', facts: login({ title: OLD_TITLE }) },
    { name: 'by its Socket.IO', facts: { ...login({ title: 'Anmelden' }), ...socket(115_343_360) } },
  ],
  unknown: [{ name: 'the second generation', facts: login() }],
});
