import check from '../../../src/checks/home-assistant/users-without-mfa.js';
import { testCheck } from '../../support/test-check.js';

const users = (...secondFactors: boolean[]) => ({
  'home-assistant.config-users': {
    users: secondFactors.map((secondFactor, line) => ({
      name: `user ${line}`,
      admin: line === 0,
      localOnly: false,
      secondFactor,
      place: { file: '.storage/auth', line },
    })),
    tokens: [],
  },
});

testCheck(check, {
  fail: [{ name: 'one of two', facts: users(true, false), because: '1 of 2 users have none' }],
  pass: [{ name: 'all', facts: users(true, true) }],
  'not-applicable': [{ name: 'before the owner account', facts: users() }],
});
