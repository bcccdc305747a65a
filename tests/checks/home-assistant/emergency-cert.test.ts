import check from '../../../src/checks/home-assistant/emergency-cert.js';
import { testCheck } from '../../support/test-check.js';
import { root } from '../../support/web-facts.js';

const certificate = (subject: string) => ({
  ...root(),
  'tls.certificate': {
    subject,
    issuer: subject,
    names: ['homeassistant.local'],
    validFrom: '2026-11-21T05:15:00Z',
    validTo: '2026-12-21T05:15:00Z',
    key: { type: 'rsa', bits: 2048 },
    signature: 'sha256WithRSAEncryption',
    fingerprint: 'AA:BB',
    selfSigned: true,
    chainProblem: 'DEPTH_ZERO_SELF_SIGNED_CERT',
  },
});

testCheck(check, {
  fail: [
    {
      name: 'recovery mode',
      facts: certificate('O=Home Assistant Emergency Certificate, CN=homeassistant.local'),
      subject: { tls: true },
    },
  ],
  pass: [{ name: 'an own certificate', facts: certificate('CN=home.example'), subject: { tls: true } }],
  'not-applicable': [{ name: 'plain HTTP', facts: root() }],
  unknown: [{ name: 'the certificate was not seen', facts: root(), subject: { tls: true } }],
});
