import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { ProbeError } from '../../errors.js';
import { bitLength, FieldReader, mpint, mpintContent, string, withoutLeadingZeros } from './ssh.js';

/** A public host key as it came off the wire. */
export interface HostKey {
  /** As `ssh-keyscan` prints it: `ssh-rsa`, `ecdsa-sha2-nistp256`, `ssh-ed25519`. */
  readonly type: string;
  readonly bits: number;
  /** `SHA256:…`, as `ssh-keygen -lf` prints it. */
  readonly fingerprint: string;
  /** Whether the holder of the private key signed `data`. */
  signed(data: Buffer, signature: Buffer, algorithm: string): boolean;
}

/** Signature algorithms by the key that makes them, strongest first: one key, several names (RFC 8332 section 3). */
const ALGORITHMS_BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  'ssh-ed25519': ['ssh-ed25519'],
  'ecdsa-sha2-nistp256': ['ecdsa-sha2-nistp256'],
  'ecdsa-sha2-nistp384': ['ecdsa-sha2-nistp384'],
  'ecdsa-sha2-nistp521': ['ecdsa-sha2-nistp521'],
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
  'ssh-ed448': ['ssh-ed448'],
  'ssh-dss': ['ssh-dss'],
};
const TYPE_BY_ALGORITHM = new Map(
  Object.entries(ALGORITHMS_BY_TYPE).flatMap(([type, algorithms]) => algorithms.map((name) => [name, type] as const)),
);
const CERTIFICATE = '-cert-v01@openssh.com';

/** ssh.com's names for RSA and DSA with other hashes: `ssh-rsa-sha256@ssh.com`. */
const TECTIA = /^(ssh-rsa|ssh-dss)-sha\d+@ssh\.com$/;

/** The key behind a host key algorithm; a certificate holds the same key (OpenSSH PROTOCOL.certkeys). */
export function keyType(algorithm: string): string {
  const plain = algorithm.replace(CERTIFICATE, '');
  return TYPE_BY_ALGORITHM.get(plain) ?? TECTIA.exec(plain)?.[1] ?? plain;
}

/** Names to negotiate with so that the server shows its key of this type and signs in a way that can be checked here. */
export function verifiableAlgorithms(type: string, offered: readonly string[]): readonly string[] {
  const plain = (ALGORITHMS_BY_TYPE[type] ?? []).filter((name) => offered.includes(name));
  if (plain.length > 0) return plain;
  return (ALGORITHMS_BY_TYPE[type] ?? []).map((name) => `${name}${CERTIFICATE}`).filter((name) => offered.includes(name));
}

/** Decodes a host key blob: RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4. */
export function parseHostKey(blob: Buffer): HostKey {
  if (blob.length === 0) throw new ProbeError('protocol', 'advertised, not presented: an empty host key');
  const fields = new FieldReader(blob);
  const name = fields.text();
  if (name.endsWith(CERTIFICATE)) return fromCertificate(name, fields);
  return build(keyType(name), fields);
}

/** The key inside a certificate; its plain blob has the fingerprint that `ssh-keygen -lf` prints. */
function fromCertificate(name: string, fields: FieldReader): HostKey {
  fields.string(); // nonce
  return build(keyType(name), fields);
}

interface Decoded {
  readonly bits: number;
  readonly blob: Buffer;
  key(): KeyObject;
  readonly hash: (algorithm: string) => string | null;
  /** The signature as OpenSSL wants it. */
  readonly unwrap: (signature: Buffer) => Buffer;
}

function build(type: string, fields: FieldReader): HostKey {
  const decoded = DECODERS[type]?.(fields, type);
  if (!decoded) throw new ProbeError('unsupported', `a host key of type ${type.slice(0, 64)}`);
  const digest = createHash('sha256').update(decoded.blob).digest('base64').replace(/=+$/, '');
  return {
    type,
    bits: decoded.bits,
    fingerprint: `SHA256:${digest}`,
    signed(data, signature, algorithm) {
      const parts = new FieldReader(signature);
      const made = parts.text();
      if (made !== algorithm.replace(CERTIFICATE, '')) return false;
      const dsaEncoding = 'ieee-p1363';
      try {
        return verify(decoded.hash(made), data, { key: decoded.key(), dsaEncoding }, decoded.unwrap(parts.string()));
      } catch (error) {
        if (error instanceof ProbeError) throw error;
        throw new ProbeError('unsupported', `its ${type} signature cannot be checked here`);
      }
    },
  };
}

type Decoder = (fields: FieldReader, type: string) => Decoded;

const edwards =
  (curve: 'Ed25519' | 'Ed448', bits: number): Decoder =>
  (fields, type) => {
    const x = fields.string();
    return {
      bits,
      blob: Buffer.concat([string(type), string(x)]),
      key: () => createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: curve, x: x.toString('base64url') } }),
      hash: () => null,
      unwrap: (signature) => signature,
    };
  };

const ecdsa =
  (curve: string, bits: number, hash: string): Decoder =>
  (fields, type) => {
    const name = fields.string();
    const point = fields.string();
    const coordinateBytes = Math.ceil(bits / 8);
    const uncompressed = point.length === 1 + 2 * coordinateBytes && point[0] === 4; // SEC 1 section 2.3.3
    if (!uncompressed) throw new ProbeError('unsupported', `an ECDSA point of ${point.length} bytes`);
    const coordinate = (at: number) => point.subarray(1 + at * coordinateBytes, 1 + (at + 1) * coordinateBytes).toString('base64url');
    return {
      bits,
      blob: Buffer.concat([string(type), string(name), string(point)]),
      key: () => createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: curve, x: coordinate(0), y: coordinate(1) } }),
      hash: () => hash,
      unwrap: (signature) => pairOfNumbers(new FieldReader(signature), coordinateBytes),
    };
  };

/** RFC 5656 section 3.1.2: two mpints; OpenSSL takes them side by side at full width. */
function pairOfNumbers(fields: FieldReader, width: number): Buffer {
  return Buffer.concat([fields.mpint(), fields.mpint()].map((number) => Buffer.concat([Buffer.alloc(width), number]).subarray(-width)));
}

const RSA_HASHES: Readonly<Record<string, string>> = { 'rsa-sha2-512': 'sha512', 'rsa-sha2-256': 'sha256', 'ssh-rsa': 'sha1' };

const rsa: Decoder = (fields, type) => {
  const exponent = fields.mpint();
  const modulus = fields.mpint();
  return {
    bits: bitLength(modulus),
    blob: Buffer.concat([string(type), mpint(exponent), mpint(modulus)]),
    key: () =>
      createPublicKey({
        format: 'jwk',
        key: { kty: 'RSA', n: modulus.toString('base64url'), e: exponent.toString('base64url') },
      }),
    hash: (algorithm) => RSA_HASHES[algorithm] ?? 'sha1',
    // Some servers drop leading zeros of the signature, which OpenSSL does not forgive.
    unwrap: (signature) => Buffer.concat([Buffer.alloc(modulus.length), withoutLeadingZeros(signature)]).subarray(-modulus.length),
  };
};

const dsa: Decoder = (fields, type) => {
  const [p, q, g, y] = [fields.mpint(), fields.mpint(), fields.mpint(), fields.mpint()];
  return {
    bits: bitLength(p),
    blob: Buffer.concat([string(type), mpint(p), mpint(q), mpint(g), mpint(y)]),
    key: () => createPublicKey({ format: 'der', type: 'spki', key: dsaInfo(p, q, g, y) }),
    hash: () => 'sha1',
    unwrap: (signature) => signature, // RFC 4253 section 6.6: two numbers of 160 bits side by side already
  };
};

/** SubjectPublicKeyInfo with the OID 1.2.840.10040.4.1 (RFC 3279 section 2.3.2): JWK does not know DSA. */
function dsaInfo(p: Buffer, q: Buffer, g: Buffer, y: Buffer): Buffer {
  const integer = (number: Buffer) => der(0x02, mpintContent(number));
  const oid = Buffer.from('06072a8648ce380401', 'hex');
  const parameters = der(0x30, integer(p), integer(q), integer(g));
  return der(0x30, der(0x30, oid, parameters), der(0x03, Buffer.alloc(1), integer(y)));
}

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

const DECODERS: Readonly<Record<string, Decoder>> = {
  'ssh-ed25519': edwards('Ed25519', 256),
  'ssh-ed448': edwards('Ed448', 456),
  'ecdsa-sha2-nistp256': ecdsa('P-256', 256, 'sha256'),
  'ecdsa-sha2-nistp384': ecdsa('P-384', 384, 'sha384'),
  'ecdsa-sha2-nistp521': ecdsa('P-521', 521, 'sha512'),
  'ssh-rsa': rsa,
  'ssh-dss': dsa,
};
