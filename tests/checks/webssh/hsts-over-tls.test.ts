import check from '../../../src/checks/webssh/hsts-over-tls.js';
import { testCheck } from '../../support/test-check.js';
import { login } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'missing', facts: login({}, { 'strict-transport-security': undefined }), subject: { tls: true } }],
  pass: [{ name: 'there', facts: login(), subject: { tls: true } }],
  'not-applicable': [{ name: 'over plain HTTP', facts: login() }],
});
