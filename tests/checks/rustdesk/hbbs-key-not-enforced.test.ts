import check from '../../../src/checks/rustdesk/hbbs-key-not-enforced.js';
import { testCheck } from '../../support/test-check.js';

const answered = (answer: 'id unknown' | 'offline' | 'key mismatch' | 'other') => ({ 'rustdesk.punch-hole': { answer } });

testCheck(check, {
  fail: [
    { name: 'a wrong key is served', facts: answered('id unknown') },
    { name: 'as BetterDesk serves it', facts: answered('offline') },
  ],
  pass: [{ name: 'a wrong key is turned away', facts: answered('key mismatch') }],
  unknown: [{ name: 'another failure', facts: answered('other') }],
});
