import check from '../../../src/checks/containerssh/webhook-no-client-cert.js';
import { TLS, webhook } from '../../support/containerssh-facts.js';
import { callsPort8443, door } from '../../support/containerssh-door.js';
import { testCheck, testFiles } from '../../support/test-check.js';

testCheck(check, {
  fail: [{ name: 'its own answer, without a certificate', facts: webhook(), ...TLS }],
  'not-applicable': [{ name: 'plain HTTP', facts: webhook() }],
});

testFiles(check, {
  pass: [{ name: 'the port that the file names demands one', facts: callsPort8443(), context: door({}) }],
  unknown: [{ name: 'whether it does is not known', facts: callsPort8443(), context: door({}, 'requested') }],
});
