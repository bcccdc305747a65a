import { ProbeError } from '../../errors.js';
import { bitLength, withoutLeadingZeros } from './ssh.js';

/*
 * What node:crypto does not show of a certificate on Node 20: the signature algorithm, and DSA keys without a risk.
 * RFC 5280 section 4.1, DER: ITU-T X.690.
 */

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const OBJECT_IDENTIFIER = 0x06;

/** Object identifiers of signature algorithms: RFC 3279, 4055, 5758, 8410; FIPS 204 by RFC 9881. */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.3.14.3.2.29': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.10': 'RSASSA-PSS',
  '1.2.840.10040.4.3': 'dsa-with-SHA1',
  '2.16.840.1.101.3.4.3.2': 'dsa-with-SHA256',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.3.101.112': 'ED25519',
  '1.3.101.113': 'ED448',
  '2.16.840.1.101.3.4.3.17': 'id-ml-dsa-44',
  '2.16.840.1.101.3.4.3.18': 'id-ml-dsa-65',
  '2.16.840.1.101.3.4.3.19': 'id-ml-dsa-87',
};

/** The name of the algorithm that signed a certificate; the dotted number where it has no name here. */
export function signatureAlgorithm(der: Buffer): string {
  const certificate = element(der, 0, SEQUENCE);
  const toBeSigned = element(der, certificate.start, SEQUENCE);
  const algorithm = element(der, toBeSigned.end, SEQUENCE);
  const { start, end } = element(der, algorithm.start, OBJECT_IDENTIFIER);
  const oid = dotted(der.subarray(start, end));
  return SIGNATURES[oid] ?? oid;
}

/** Bits of the prime of a DSA key in a SubjectPublicKeyInfo; 0 where it comes without its parameters (RFC 3279 section 2.3.2). */
export function dsaBits(info: Buffer): number {
  const algorithm = element(info, element(info, 0, SEQUENCE).start, SEQUENCE);
  const parametersAt = element(info, algorithm.start, OBJECT_IDENTIFIER).end;
  if (parametersAt === algorithm.end) return 0;
  const prime = element(info, element(info, parametersAt, SEQUENCE).start, INTEGER);
  return bitLength(withoutLeadingZeros(info.subarray(prime.start, prime.end)));
}

/** Where the content of the element at `at` starts and ends. */
function element(der: Buffer, at: number, tag: number): { readonly start: number; readonly end: number } {
  const first = der[at + 1];
  if (der[at] !== tag || first === undefined) throw new ProbeError('protocol', 'not DER');
  // The long form says in how many bytes the length follows (X.690 section 8.1.3.5); certificates need three at most.
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + lengthBytes;
  if (lengthBytes > 3 || start > der.length) throw new ProbeError('protocol', 'not DER');
  const end = start + (lengthBytes ? der.readUIntBE(at + 2, lengthBytes) : first);
  if (end > der.length) throw new ProbeError('protocol', 'DER that ends early');
  return { start, end };
}

/** X.690 section 8.19: base 128, the first two numbers in one. */
function dotted(bytes: Buffer): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    if (numbers.length === 0) {
      const top = Math.min(Math.floor(value / 40), 2);
      numbers.push(top, value - top * 40);
    } else numbers.push(value);
    value = 0;
  }
  return numbers.join('.');
}
