import check from '../../../src/checks/tls/expiring-soon.js';
import { testCheck } from '../../support/test-check.js';
import { certificate } from '../../support/tls-facts.js';

testCheck(check, {
  pass: [
    { name: '60 of 90 days left', facts: certificate() },
    { name: 'three of six days left', facts: certificate({ validFrom: '2026-11-18T08:00:00.000Z', validTo: '2026-11-24T08:00:00.000Z' }) },
  ],
  fail: [
    {
      name: 'ten of 90 days left',
      facts: certificate({ validFrom: '2026-09-02T08:00:00.000Z', validTo: '2026-12-01T08:00:00.000Z' }),
      because: '10 days',
    },
    { name: '20 days of years left', facts: certificate({ validFrom: '2016-12-11T08:00:00.000Z', validTo: '2026-12-11T08:00:00.000Z' }) },
    { name: 'one of six days left', facts: certificate({ validFrom: '2026-11-16T08:00:00.000Z', validTo: '2026-11-22T08:00:00.000Z' }) },
  ],
  'not-applicable': [{ name: 'ran out', facts: certificate({ validTo: '2026-11-20T08:00:00.000Z' }) }],
});
