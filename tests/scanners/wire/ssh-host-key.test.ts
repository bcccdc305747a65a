import { createHash, type DSAEncoding, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { ProbeError } from '../../../src/errors.js';
import { mpint, string } from '../../../src/scanners/wire/ssh.js';
import { keyType, parseHostKey, verifiableAlgorithms } from '../../../src/scanners/wire/ssh-host-key.js';

const raw = (text: string | undefined) => Buffer.from(text ?? '', 'base64url');
const DATA = Buffer.from('an exchange hash');
const dsaEncoding: DSAEncoding = 'ieee-p1363';

interface Sample {
  readonly algorithm: string;
  readonly type: string;
  readonly bits: number;
  readonly fields: Buffer;
  readonly signature: Buffer;
}

function edwards(curve: 'ed25519' | 'ed448', bits: number): Sample {
  const { privateKey, publicKey } = curve === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448');
  const type = `ssh-${curve}`;
  return {
    algorithm: type,
    type,
    bits,
    fields: string(raw(publicKey.export({ format: 'jwk' }).x)),
    signature: sign(null, DATA, privateKey),
  };
}

function ecdsa(bits: 256 | 384 | 521): Sample {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: `P-${bits}` });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const both = sign(bits === 521 ? 'sha512' : `sha${bits}`, DATA, { key: privateKey, dsaEncoding });
  const half = both.length / 2;
  const type = `ecdsa-sha2-nistp${bits}`;
  return {
    algorithm: type,
    type,
    bits,
    fields: Buffer.concat([string(`nistp${bits}`), string(Buffer.concat([Buffer.from([4]), raw(x), raw(y)]))]),
    signature: Buffer.concat([mpint(both.subarray(0, half)), mpint(both.subarray(half))]),
  };
}

function rsa(algorithm: string, hash: string, bits: number): Sample {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const { e, n } = publicKey.export({ format: 'jwk' });
  return {
    algorithm,
    type: 'ssh-rsa',
    bits,
    fields: Buffer.concat([mpint(raw(e)), mpint(raw(n))]),
    signature: sign(hash, DATA, privateKey),
  };
}

function dsa(): Sample {
  const { privateKey, publicKey } = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
  const signature = sign('sha1', DATA, { key: privateKey, dsaEncoding });
  return { algorithm: 'ssh-dss', type: 'ssh-dss', bits: 1024, fields: Buffer.concat(integersIn(publicKey).map(mpint)), signature };
}

/** p, q, g and y: the INTEGERs of the DER form, in this order. */
function integersIn(publicKey: KeyObject): Buffer[] {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  const found: Buffer[] = [];
  for (let at = 0; at < der.length;) {
    const tag = der[at]!;
    let length = der[at + 1]!;
    let start = at + 2;
    if (length > 128) {
      const size = length - 128;
      length = der.readUIntBE(start, size);
      start += size;
    }
    if (tag === 2) found.push(der.subarray(start, start + length));
    // Descend into sequences, and into the bit string behind its count of unused bits.
    at = tag === 0x30 ? start : tag === 3 ? start + 1 : start + length;
  }
  return found;
}

const samples: Sample[] = [
  edwards('ed25519', 256),
  edwards('ed448', 456),
  ecdsa(256),
  ecdsa(384),
  ecdsa(521),
  rsa('rsa-sha2-512', 'sha512', 2048),
  rsa('rsa-sha2-256', 'sha256', 3072),
  rsa('ssh-rsa', 'sha1', 1024),
  dsa(),
];

describe.each(samples)('$algorithm with $bits bits', ({ algorithm, type, bits, fields, signature }) => {
  const blob = Buffer.concat([string(type), fields]);
  const signed = Buffer.concat([string(algorithm), string(signature)]);
  const fingerprint = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;

  test('is recognised', () => expect(parseHostKey(blob)).toMatchObject({ type, bits, fingerprint }));
  test('its signature is accepted, a changed one and one of something else are not', () => {
    const key = parseHostKey(blob);
    expect(key.signed(DATA, signed, algorithm)).toBe(true);
    expect(key.signed(Buffer.from('another exchange hash'), signed, algorithm)).toBe(false);
    const changed = Buffer.from(signed);
    changed[changed.length - 1]! ^= 1;
    expect(key.signed(DATA, changed, algorithm)).toBe(false);
  });
  test('a signature by another name does not count', () => {
    expect(parseHostKey(blob).signed(DATA, Buffer.concat([string('ssh-none'), string(signature)]), algorithm)).toBe(false);
  });
  test('inside a certificate it is the same key', () => {
    const certificate = Buffer.concat([string(`${type}-cert-v01@openssh.com`), string(Buffer.alloc(32, 9)), fields, Buffer.alloc(40)]);
    expect(parseHostKey(certificate)).toMatchObject({ type, bits, fingerprint });
  });
  test('every prefix fails cleanly', () => {
    for (let length = 0; length < blob.length; length++) expect(() => parseHostKey(blob.subarray(0, length))).toThrow(ProbeError);
    for (let length = 0; length < signed.length; length++) {
      expect(() => parseHostKey(blob).signed(DATA, signed.subarray(0, length), algorithm)).toThrow(ProbeError);
    }
  });
});

test('an empty key is not presented, and has no fingerprint', () => {
  expect(() => parseHostKey(Buffer.alloc(0))).toThrow('advertised, not presented');
});
test('a type that cannot be checked here is named', () => {
  expect(() => parseHostKey(string('ssh-mldsa-65'))).toThrow('a host key of type ssh-mldsa-65');
});
test('several algorithms are one key, and its strongest signature is asked for first', () => {
  const rsaNames = ['rsa-sha2-256', 'rsa-sha2-512', 'ssh-rsa', 'rsa-sha2-512-cert-v01@openssh.com', 'ssh-rsa-sha256@ssh.com'];
  expect(rsaNames.map(keyType)).toEqual(rsaNames.map(() => 'ssh-rsa'));
  expect(verifiableAlgorithms('ssh-rsa', ['ssh-rsa', 'rsa-sha2-256'])).toEqual(['rsa-sha2-256', 'ssh-rsa']);
  expect(verifiableAlgorithms('ssh-rsa', ['rsa-sha2-512-cert-v01@openssh.com'])).toEqual(['rsa-sha2-512-cert-v01@openssh.com']);
  expect(verifiableAlgorithms('ssh-mldsa-65', ['ssh-mldsa-65'])).toEqual([]);
});
