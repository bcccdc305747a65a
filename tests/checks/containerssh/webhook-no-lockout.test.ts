import check from '../../../src/checks/containerssh/webhook-no-lockout.js';
import { testCheck } from '../../support/test-check.js';

const tried = (stoppedBy: string, slowed = false) => ({ 'containerssh.lockout': { attempts: stoppedBy ? 6 : 7, stoppedBy, slowed } });

testCheck(check, {
  pass: [
    { name: 'no more after five', facts: tried('status 429'), because: 'after 5' },
    { name: 'slower and slower', facts: tried('', true) },
  ],
  unknown: [{ name: 'one that locks in silence looks the same', facts: tried('') }],
});
