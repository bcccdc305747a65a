import type { Facts } from '../../src/model.js';

/** The facts of a healthy certificate, with what a test changes. Valid for 90 days, 60 of them left at the tests' date. */
export function certificate(changes: Partial<Facts['tls.certificate']> = {}): { 'tls.certificate': Facts['tls.certificate'] } {
  return {
    'tls.certificate': {
      subject: 'CN=box.lan',
      issuer: 'C=XX, O=Some Authority, CN=R1',
      names: ['box.lan', '*.box.lan', '192.0.2.1'],
      validFrom: '2026-10-22T00:00:00.000Z',
      validTo: '2027-01-20T00:00:00.000Z',
      key: { type: 'ec', bits: 256 },
      signature: 'sha256WithRSAEncryption',
      fingerprint: '00:11',
      selfSigned: false,
      chainProblem: '',
      issuerUrl: 'http://r1.example/',
      ...changes,
    },
  };
}
