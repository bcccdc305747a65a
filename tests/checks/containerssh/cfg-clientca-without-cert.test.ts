import check from '../../../src/checks/containerssh/cfg-clientca-without-cert.js';
import { servicesOf } from '../../support/containerssh-config.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'the CA alone', facts: servicesOf({ key: 'metrics', clientCa: true }), because: 'metrics' }],
  pass: [
    { name: 'all three', facts: servicesOf({ clientCa: true, tls: true }) },
    { name: 'none', facts: servicesOf({}) },
  ],
});
