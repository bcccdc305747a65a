import check from '../../../src/checks/webssh/detected.js';
import { testCheck } from '../../support/test-check.js';
import { login, socket } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [
    { name: 'by its title', facts: login() },
    { name: 'by its Socket.IO', facts: { ...login({ title: 'Anmelden' }), ...socket() } },
  ],
  unknown: [{ name: 'neither', facts: login({ title: 'Anmelden' }) }],
});
