import check from '../../../src/checks/tls/chain-incomplete.js';
import { testCheck } from '../../support/test-check.js';
import { certificate } from '../../support/tls-facts.js';

testCheck(check, {
  pass: [{ name: 'leads to a known root', facts: certificate() }],
  fail: [{ name: 'the intermediate is missing', facts: certificate({ chainProblem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }) }],
  unknown: [
    { name: 'expired, which hides the rest', facts: certificate({ chainProblem: 'CERT_HAS_EXPIRED' }), because: 'certificate has expired' },
    { name: 'the handshake broke off', facts: certificate({ chainProblem: 'not verified' }) },
  ],
  'not-applicable': [
    { name: 'its own issuer', facts: certificate({ selfSigned: true, chainProblem: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) },
    { name: 'a private authority', facts: certificate({ chainProblem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', issuerUrl: '' }) },
    { name: 'a private authority that sends its root', facts: certificate({ chainProblem: 'SELF_SIGNED_CERT_IN_CHAIN' }) },
  ],
});
