import check from '../../../src/checks/containerssh/metrics-exposed.js';
import { metrics } from '../../support/containerssh-facts.js';
import { servicesOf } from '../../support/containerssh-config.js';
import { beside, ok } from '../../support/neighbouring.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'anyone may read them', facts: metrics() }],
  pass: [{ name: 'client certificate', facts: metrics({ state: 'guarded', names: [] }) }],
  'not-applicable': [
    { name: 'closed', facts: metrics({ state: 'closed', names: [] }) },
    { name: 'loopback', facts: metrics(), context: { exposure: 'loopback' } },
  ],
});

testFiles(check, {
  fail: [{ name: 'on every address', facts: servicesOf({ key: 'metrics', tls: true }) }],
  pass: [
    { name: 'on a loopback address', facts: servicesOf({ key: 'metrics', onLoopback: true }) },
    { name: 'a client certificate', facts: servicesOf({ key: 'metrics', tls: true, clientCa: true }) },
  ],
  'not-applicable': [
    { name: 'they are off', facts: servicesOf({ key: 'health' }) },
    {
      name: 'judged where they were seen',
      facts: servicesOf({ key: 'metrics' }),
      context: { neighbours: [beside('containerssh', 9101, { 'containerssh.metrics': ok(metrics()['containerssh.metrics']) })] },
    },
  ],
});
