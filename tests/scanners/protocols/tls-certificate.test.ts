import { describe, expect, test } from '@jest/globals';
import { certificateFacts } from '../../../src/scanners/protocols/tls-certificate.js';
import { signatureAlgorithm } from '../../../src/scanners/wire/x509.js';
import { certificateOf } from '../../peers/tls.js';

const facts = (name: string) => certificateFacts(certificateOf(name), '');

describe('a certificate', () => {
  test('in all its facts', () => {
    expect(facts('leaf')).toEqual({
      subject: 'CN=chain.box.lan',
      issuer: 'CN=Intermediate, O=Invented House',
      names: ['chain.box.lan'],
      validFrom: '2020-01-01T00:00:00.000Z',
      validTo: '2120-01-01T00:00:00.000Z',
      key: { type: 'ec', bits: 256 },
      signature: 'ecdsa-with-SHA256',
      fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
      selfSigned: false,
      chainProblem: '',
      issuerUrl: 'http://ca.box.lan/intermediate.crt',
    });
  });

  test.each([
    ['self-signed', 'rsa', 2048, 'sha256WithRSAEncryption'],
    ['rsa1024-md5', 'rsa', 1024, 'md5WithRSAEncryption'],
    ['rsa-pss', 'rsa-pss', 2048, 'RSASSA-PSS'],
    ['ed25519', 'ed25519', 256, 'ED25519'],
    ['p521', 'ec', 521, 'ecdsa-with-SHA256'],
    ['dsa', 'dsa', 2048, 'dsa-with-SHA256'],
  ])('%s: %s key of %i bits, %s', (name, type, bits, signature) => {
    expect(facts(name)).toMatchObject({ key: { type, bits }, signature, selfSigned: true });
  });

  test('signed by another one with SHA-1', () => {
    expect(facts('sha1')).toMatchObject({ signature: 'ecdsa-with-SHA1', selfSigned: false });
  });

  test('a name with a comma stays one name', () => {
    expect(facts('odd-names').names).toEqual(['ok.box.lan', 'evil.box.lan, DNS:box.lan', '2001:DB8:0:0:0:0:0:1']);
  });

  test('noise and every prefix fail as protocol', () => {
    const der = certificateOf('ed25519');
    for (let length = 0; length < der.length; length++) {
      expect(() => certificateFacts(der.subarray(0, length), '')).toThrow(expect.objectContaining({ kind: 'protocol' }));
      expect(() => signatureAlgorithm(der.subarray(0, length))).toThrow();
    }
  });
});
