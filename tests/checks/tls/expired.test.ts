import check from '../../../src/checks/tls/expired.js';
import { testCheck } from '../../support/test-check.js';
import { certificate } from '../../support/tls-facts.js';

testCheck(check, {
  pass: [
    { name: 'in the middle of its life', facts: certificate() },
    { name: 'its last second', facts: certificate({ validTo: '2026-11-21T08:00:00.000Z' }) },
  ],
  fail: [
    { name: 'ran out yesterday', facts: certificate({ validTo: '2026-11-20T08:00:00.000Z' }), because: 'ran out on 2026-11-20' },
    { name: 'starts tomorrow', facts: certificate({ validFrom: '2026-11-22T00:00:00.000Z' }), because: 'not valid before 2026-11-22' },
  ],
});
