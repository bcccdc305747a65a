import check from '../../../src/checks/containerssh/webhook-cert-problem.js';
import { certificate, TLS, webhook } from '../../support/containerssh-facts.js';
import { callsPort8443, door } from '../../support/containerssh-door.js';
import { testCheck, testFiles } from '../../support/test-check.js';

const shows = (...changes: Parameters<typeof certificate>) => ({ facts: { ...webhook(), ...certificate(...changes) }, ...TLS });

testCheck(check, {
  fail: [
    { name: 'expired', ...shows({ validTo: '2026-11-01T00:00:00.000Z' }) },
    { name: 'not valid yet', ...shows({ validFrom: '2026-12-01T00:00:00.000Z' }) },
    {
      name: 'not by the name that the file calls it',
      facts: { ...webhook(), ...certificate({ names: ['other.example'] }), ...callsPort8443() },
      subject: { tls: true, port: 8443 },
      because: '127.0.0.1',
    },
    { name: 'a common name alone', ...shows({ names: [] }), because: 'subjectAltName' },
  ],
  pass: [{ name: 'a known issuer', ...shows() }],
  unknown: [
    { name: 'self-signed: it may be pinned', ...shows({ selfSigned: true }), because: 'cacert' },
    { name: 'a private CA', ...shows({ chainProblem: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }) },
  ],
  'not-applicable': [{ name: 'plain HTTP', facts: webhook() }],
});

testFiles(check, {
  fail: [
    { name: 'for another name', facts: callsPort8443(), context: door(certificate({ names: ['other.example'] })), because: '127.0.0.1' },
    { name: 'expired', facts: callsPort8443(), context: door(certificate({ validTo: '2026-11-01T00:00:00.000Z' })) },
  ],
  pass: [{ name: 'for this name', facts: callsPort8443(), context: door(certificate({ names: ['127.0.0.1'] })) }],
});
