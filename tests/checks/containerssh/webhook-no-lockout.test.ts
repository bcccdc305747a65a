import check from '../../../src/checks/containerssh/webhook-no-lockout.js';
import { testCheck } from '../../support/test-check.js';

const tried = (stopped: boolean, slowed = false) => ({ 'containerssh.lockout': { attempts: stopped ? 6 : 7, stopped, slowed } });

testCheck(check, {
  pass: [
    { name: 'no more after five', facts: tried(true), because: 'after 5' },
    { name: 'slower and slower', facts: tried(false, true) },
  ],
  unknown: [{ name: 'one that locks in silence looks the same', facts: tried(false) }],
});
