import check from '../../../src/checks/containerssh/webhook-no-client-cert.js';
import { TLS, webhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'its own answer, without a certificate', facts: webhook(), ...TLS }],
  'not-applicable': [{ name: 'plain HTTP', facts: webhook() }],
});
