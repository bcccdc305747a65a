import check from '../../../src/checks/webssh/public.js';
import { testCheck } from '../../support/test-check.js';
import { login } from '../../support/webssh-facts.js';

testCheck(check, {
  fail: [{ name: 'a public address', facts: login(), context: { exposure: 'public' } }],
  pass: [{ name: 'a private address', facts: login() }],
});
