import { expect, test } from '@jest/globals';
import check from '../../../src/checks/tls/weak-signature.js';
import { testCheck, verdictOf } from '../../support/test-check.js';
import { certificate } from '../../support/tls-facts.js';

const signed = (signature: string, selfSigned = false) => certificate({ signature, selfSigned });

testCheck(check, {
  pass: [
    { name: 'SHA-256', facts: signed('sha256WithRSAEncryption') },
    { name: 'ECDSA', facts: signed('ecdsa-with-SHA384') },
    { name: 'Ed25519', facts: signed('ED25519') },
  ],
  fail: [
    { name: 'SHA-1 with RSA', facts: signed('sha1WithRSAEncryption') },
    { name: 'SHA-1 with ECDSA', facts: signed('ecdsa-with-SHA1') },
    { name: 'MD5', facts: signed('md5WithRSAEncryption') },
  ],
  unknown: [{ name: 'an algorithm without a name', facts: signed('1.2.643.7.1.1.3.2') }],
  'not-applicable': [{ name: 'its own issuer', facts: signed('sha1WithRSAEncryption', true) }],
});

test('MD5 weighs more', () => {
  expect(verdictOf(check, signed('md5WithRSAEncryption'))).toMatchObject({ severity: 'high' });
});
