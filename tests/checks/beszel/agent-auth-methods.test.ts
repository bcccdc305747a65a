import { expect, test } from '@jest/globals';
import check from '../../../src/checks/beszel/agent-auth-methods.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const login = (noneAccepted: boolean, ...methods: string[]) => ({ 'ssh.auth-methods': { methods, noneAccepted } });

testCheck(check, {
  fail: [
    { name: 'passwords, too', facts: login(false, 'publickey', 'password') },
    { name: 'something else', facts: login(false, 'password') },
    { name: 'nobody is asked', facts: login(true), because: 'everybody' },
  ],
  pass: [{ name: 'keys alone', facts: login(false, 'publickey') }],
});

test('no login at all is the worst', () => {
  expect(verdictOf(check, login(true))).toMatchObject({ severity: 'critical' });
});
