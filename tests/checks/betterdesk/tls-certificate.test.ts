import check from '../../../src/checks/betterdesk/tls-certificate.js';
import { testCheck } from '../../support/test-check.js';

const tls = (over: object = {}, offered = true) => ({
  'rustdesk.tls': {
    offered,
    version: 'TLSv1.3',
    certificate: {
      subject: 'CN=desk.example.test',
      issuer: 'CN=An Authority',
      selfSigned: false,
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2027-01-01T00:00:00.000Z',
      chainProblem: '',
      ...over,
    },
  },
});

testCheck(check, {
  fail: [
    { name: 'signed with its own key', facts: tls({ selfSigned: true, chainProblem: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) },
    { name: 'run out', facts: tls({ validTo: '2026-11-20T00:00:00.000Z' }), because: 'run out' },
    { name: 'without its chain', facts: tls({ chainProblem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }) },
  ],
  pass: [{ name: 'an authority vouches for it', facts: tls() }],
  'not-applicable': [{ name: 'no TLS', facts: tls({}, false) }],
});
