import check from '../../../src/checks/containerssh/webhook-cert-problem.js';
import { certificate, TLS, webhook } from '../../support/containerssh-facts.js';
import { testCheck } from '../../support/test-check.js';

const shows = (...changes: Parameters<typeof certificate>) => ({ facts: { ...webhook(), ...certificate(...changes) }, ...TLS });

testCheck(check, {
  fail: [
    { name: 'expired', ...shows({ validTo: '2026-11-01T00:00:00.000Z' }) },
    { name: 'not valid yet', ...shows({ validFrom: '2026-12-01T00:00:00.000Z' }) },
    { name: 'a common name alone', ...shows({ names: [] }), because: 'subjectAltName' },
  ],
  pass: [{ name: 'a known issuer', ...shows() }],
  unknown: [
    { name: 'self-signed: it may be pinned', ...shows({ selfSigned: true }), because: 'cacert' },
    { name: 'a private CA', ...shows({ chainProblem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }) },
  ],
  'not-applicable': [{ name: 'plain HTTP', facts: webhook() }],
});
