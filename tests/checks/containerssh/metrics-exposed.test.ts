import check from '../../../src/checks/containerssh/metrics-exposed.js';
import { metrics } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'anyone may read them', facts: metrics() }],
  pass: [{ name: 'client certificate', facts: metrics({ state: 'guarded', names: [] }) }],
  'not-applicable': [
    { name: 'closed', facts: metrics({ state: 'closed', names: [] }) },
    { name: 'loopback', facts: metrics(), context: { exposure: 'loopback' } },
  ],
});
