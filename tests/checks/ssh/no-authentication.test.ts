import check from '../../../src/checks/ssh/no-authentication.js';
import { testCheck } from '../../support/test-check.js';

const login = (noneAccepted: boolean, ...methods: string[]) => ({ 'ssh.auth-methods': { methods, noneAccepted } });

testCheck(check, {
  pass: [
    { name: 'keys', facts: login(false, 'publickey') },
    { name: 'an empty list', facts: login(false) },
  ],
  fail: [{ name: 'in at once', facts: login(true) }],
});
