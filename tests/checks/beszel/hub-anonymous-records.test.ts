import { info, records } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-anonymous-records.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'the rule of one collection is empty', facts: records(['systems', 'listed', 1], ['users', 'listed']), because: 'systems' },
    {
      name: 'AUTO_LOGIN is the cause, and is named',
      facts: { ...records(['users', 'listed', 3]), ...info('open') },
      because: 'AUTO_LOGIN',
    },
    { name: 'one leak is enough, the rest unclear', facts: records(['systems', 'unclear'], ['users', 'listed', 2]) },
  ],
  pass: [
    { name: 'empty lists are no leak', facts: records(['systems', 'listed'], ['users', 'listed']) },
    { name: 'refused, or not there yet', facts: records(['systems', 'refused'], ['system_details', 'absent']) },
  ],
  unknown: [{ name: "a proxy's own page", facts: records(['systems', 'listed'], ['users', 'unclear']), because: 'users' }],
});
