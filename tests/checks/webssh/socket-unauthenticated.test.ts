import check from '../../../src/checks/webssh/socket-unauthenticated.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'taken for a user', facts: { 'webssh.socket-stranger': { status: 'success' } } }],
  pass: ['unauthenticated', 'unavailable', 'recovery_required'].map((status) => ({
    name: status,
    facts: { 'webssh.socket-stranger': { status } },
  })),
  unknown: [{ name: 'a new word', facts: { 'webssh.socket-stranger': { status: 'waiting' } } }],
});
