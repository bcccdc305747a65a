import { expect, test } from '@jest/globals';
import check from '../../../src/checks/tls/weak-ciphers.js';
import { testCheck, verdictOf } from '../../support/test-check.js';

const facts = (names: string[], { accepted = ['TLSv1.2', 'TLSv1.3'], weakSought = ['TLSv1.2'] } = {}) => ({
  'tls.protocols': { accepted, refused: [] },
  'tls.ciphers': { accepted: names.map((name) => ({ version: 'TLSv1.2', name })), weakSought },
});
const GOOD = 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256';

testCheck(check, {
  pass: [
    { name: 'modern suites', facts: facts([GOOD]) },
    { name: 'CBC is old, not broken', facts: facts(['TLS_RSA_WITH_AES_128_CBC_SHA']) },
    { name: 'TLS 1.3 has no weak one', facts: facts(['TLS_AES_128_GCM_SHA256'], { accepted: ['TLSv1.3'], weakSought: [] }) },
  ],
  fail: [
    { name: 'RC4', facts: facts([GOOD, 'TLS_RSA_WITH_RC4_128_SHA']), because: 'RC4' },
    { name: '3DES', facts: facts([GOOD, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA']), because: '3DES' },
    { name: 'DES', facts: facts(['TLS_RSA_WITH_DES_CBC_SHA']), because: 'DES' },
    { name: 'EXPORT', facts: facts(['TLS_RSA_EXPORT_WITH_RC4_40_MD5']), because: 'EXPORT' },
    { name: 'NULL', facts: facts(['TLS_RSA_WITH_NULL_SHA']), because: 'NULL' },
    { name: 'anonymous', facts: facts(['TLS_DH_anon_WITH_AES_128_CBC_SHA']), because: 'anonymous' },
  ],
  unknown: [{ name: 'the search broke off', facts: facts([GOOD], { weakSought: [] }), because: 'TLSv1.2' }],
});

test('no secret at all weighs more than a weak one', () => {
  expect(verdictOf(check, facts(['TLS_RSA_WITH_RC4_128_SHA', 'TLS_RSA_WITH_NULL_SHA']))).toMatchObject({ severity: 'high' });
  expect(verdictOf(check, facts(['TLS_RSA_WITH_RC4_128_SHA']))).not.toHaveProperty('severity');
});
