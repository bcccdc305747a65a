import { claim, firstRun } from '../../support/beszel.js';
import check from '../../../src/checks/beszel/hub-first-run-open.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [
    { name: 'the form missed only its fields', facts: { ...firstRun(true), ...claim(400, 'open') } },
    { name: 'the form is open, the flag was kept back', facts: claim(400, 'open') },
  ],
  pass: [
    { name: 'registered and restarted', facts: { ...firstRun(false), ...claim(404, 'gone') } },
    { name: 'a superuser exists', facts: { ...firstRun(true), ...claim(403, 'forbidden') } },
    { name: 'registered, the form not asked', facts: firstRun(false) },
  ],
  unknown: [
    { name: 'nobody is registered, the form not asked', facts: firstRun(true), because: 'nobody is registered' },
    { name: 'nothing was seen', facts: {} },
  ],
});
