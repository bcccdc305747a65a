import {
  createDiffieHellmanGroup,
  createECDH,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto';
import { ProbeError } from '../../errors.js';
import { bitLength, FieldReader, mpint, mpintContent, string, uint32 } from './ssh.js';
import { mlkem768, sntrup761, type OpenBox } from './ssh-open-box.js';

/*
 * The client's side of every key exchange method that Node's crypto can carry, as pure conversations: `talk` sends one
 * message and gives the answer.
 */

export type Talk = (payload: Buffer) => Promise<Buffer>;
export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';

export interface Exchanged {
  readonly hostKey: Buffer;
  readonly signature: Buffer;
  /** What the exchange hash covers between the host key and the shared secret. */
  readonly hashed: Buffer;
  /** The shared secret as it enters the exchange hash: an mpint, or a string in the hybrid methods. */
  readonly secret: Buffer;
}
export interface KeyExchange {
  readonly hash: HashName;
  perform(talk: Talk): Promise<Exchanged>;
}

/** Our half of one exchange; `agree` gives the encoded shared secret. */
interface Half {
  readonly ours: Buffer;
  agree(theirs: Buffer): Buffer;
}

// RFC 4253 section 8, RFC 5656 section 4: Diffie-Hellman and ECDH share their message numbers.
const INIT = 30;
const REPLY = 31;
// RFC 4419 section 3.
const GEX_REQUEST = 34;
const GEX_GROUP = 31;
const GEX_INIT = 32;
const GEX_REPLY = 33;

/** By what they cost us and tell us: cheap and modern first. */
const METHODS: Readonly<Record<string, KeyExchange>> = {
  'curve25519-sha256': simple('sha256', () => montgomeryCurve('X25519')), // RFC 8731
  'curve25519-sha256@libssh.org': simple('sha256', () => montgomeryCurve('X25519')),
  'curve448-sha512': simple('sha512', () => montgomeryCurve('X448')),
  'ecdh-sha2-nistp256': simple('sha256', () => nistCurve('prime256v1')), // RFC 5656
  'ecdh-sha2-nistp384': simple('sha384', () => nistCurve('secp384r1')),
  'ecdh-sha2-nistp521': simple('sha512', () => nistCurve('secp521r1')),
  'mlkem768x25519-sha256': simple('sha256', () => hybrid(mlkem768, 'sha256')),
  'sntrup761x25519-sha512': simple('sha512', () => hybrid(sntrup761, 'sha512')),
  'sntrup761x25519-sha512@openssh.com': simple('sha512', () => hybrid(sntrup761, 'sha512')),
  'diffie-hellman-group14-sha256': simple('sha256', () => fixedGroup('modp14')), // RFC 8268
  'diffie-hellman-group15-sha512': simple('sha512', () => fixedGroup('modp15')),
  'diffie-hellman-group16-sha512': simple('sha512', () => fixedGroup('modp16')),
  'diffie-hellman-group17-sha512': simple('sha512', () => fixedGroup('modp17')),
  'diffie-hellman-group18-sha512': simple('sha512', () => fixedGroup('modp18')),
  'diffie-hellman-group14-sha1': simple('sha1', () => fixedGroup('modp14')), // RFC 4253 section 8.2
  'diffie-hellman-group-exchange-sha256': groupExchange('sha256'), // RFC 4419
  'diffie-hellman-group-exchange-sha1': groupExchange('sha1'),
  'diffie-hellman-group1-sha1': simple('sha1', () => fixedGroup('modp2')), // RFC 4253 section 8.1: Oakley group 2
};

export const supportedKeyExchanges = Object.keys(METHODS);
export const groupExchanges = supportedKeyExchanges.filter((name) => name.includes('group-exchange'));
export const keyExchange = (name: string): KeyExchange | undefined => METHODS[name];

function simple(hashName: HashName, half: () => Half): KeyExchange {
  return { hash: hashName, perform: (talk) => converse(talk, half(), INIT, REPLY, Buffer.alloc(0)) };
}

async function converse(talk: Talk, half: Half, init: number, reply: number, hashedBefore: Buffer): Promise<Exchanged> {
  const fields = new FieldReader(await talk(Buffer.concat([Buffer.from([init]), string(half.ours)])));
  expectNumber(fields, reply);
  const hostKey = fields.string();
  const theirs = fields.string();
  const signature = fields.string();
  return {
    hostKey,
    signature,
    hashed: Buffer.concat([hashedBefore, string(half.ours), string(theirs)]),
    secret: agreeWith(half, theirs),
  };
}

/** What the server sends as its half is its own affair: a point off the curve is its failure, not ours. */
function agreeWith(half: Half, theirs: Buffer): Buffer {
  try {
    return half.agree(theirs);
  } catch (error) {
    if (error instanceof ProbeError) throw error;
    throw new ProbeError('protocol', 'the public value of its key exchange is invalid');
  }
}

function expectNumber(fields: FieldReader, expected: number): void {
  const number = fields.byte();
  if (number !== expected) throw new ProbeError('protocol', `message ${number} where ${expected} answers the key exchange`);
}

// --- elliptic curves ------------------------------------------------------------------------------------------------------

function montgomeryPair(crv: 'X25519' | 'X448') {
  const { privateKey, publicKey } = crv === 'X25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('x448');
  const received = (x: string) => createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv, x } });
  return {
    ours: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'),
    shared: (theirs: Buffer) => diffieHellman({ privateKey, publicKey: received(theirs.toString('base64url')) }),
  };
}

function montgomeryCurve(crv: 'X25519' | 'X448'): Half {
  const { ours, shared } = montgomeryPair(crv);
  return { ours, agree: (theirs) => mpint(shared(theirs)) };
}

function nistCurve(curve: string): Half {
  const pair = createECDH(curve);
  return { ours: pair.generateKeys(), agree: (theirs) => mpint(pair.computeSecret(theirs)) };
}

/** A post-quantum box beside X25519: draft-ietf-sshm-mlkem-hybrid-kex, RFC 9941. */
function hybrid(box: OpenBox, hashName: HashName): Half {
  const { ours, shared } = montgomeryPair('X25519');
  return {
    ours: Buffer.concat([box.publicKey, ours]),
    agree: (theirs) => {
      const sealed = theirs.subarray(0, box.ciphertextBytes);
      const secrets = Buffer.concat([box.read(sealed), shared(theirs.subarray(box.ciphertextBytes))]);
      return string(createHash(hashName).update(secrets).digest());
    },
  };
}

// --- Diffie-Hellman over the integers ----------------------------------------------------------------------------------

const EXPONENT_BYTES = 64;
const MODULUS_MIN_BITS = 512;
const MODULUS_MAX_BITS = 8192;

const toBigInt = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex') || '0'}`);
function fromBigInt(value: bigint): Buffer {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
}

/** Own arithmetic: Node's DiffieHellman tests every modulus for being prime, which takes seconds. */
function integers(prime: bigint, generator: bigint): Half {
  const exponent = toBigInt(randomBytes(EXPONENT_BYTES));
  return {
    ours: mpintContent(fromBigInt(power(generator, exponent, prime))),
    agree: (theirs) => {
      const value = toBigInt(theirs);
      // RFC 4253 section 8: values outside [1, p-1] must not be accepted; 1 and p-1 give the secret away.
      if (value <= 1n || value >= prime - 1n) throw new ProbeError('protocol', 'a Diffie-Hellman value out of range');
      return mpint(fromBigInt(power(value, exponent, prime)));
    },
  };
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function fixedGroup(name: string): Half {
  return integers(toBigInt(createDiffieHellmanGroup(name).getPrime()), 2n);
}

/** Asks for the smallest group that the server would still use. */
const SIZES = Buffer.concat([uint32(1024), uint32(1024), uint32(MODULUS_MAX_BITS)]);

interface Group {
  readonly prime: Buffer;
  readonly generator: Buffer;
}

async function requestGroup(talk: Talk): Promise<Group> {
  const fields = new FieldReader(await talk(Buffer.concat([Buffer.from([GEX_REQUEST]), SIZES])));
  expectNumber(fields, GEX_GROUP);
  const group = { prime: fields.mpint(), generator: fields.mpint() };
  const bits = bitLength(group.prime);
  if (bits < MODULUS_MIN_BITS || bits > MODULUS_MAX_BITS)
    throw new ProbeError('protocol', `a Diffie-Hellman modulus of ${bits} bits was never asked for`);
  return group;
}

/** How large the smallest modulus is that the server offers (RFC 4419); the exchange itself is left unfinished. */
export async function smallestModulusBits(talk: Talk): Promise<number> {
  return bitLength((await requestGroup(talk)).prime);
}

function groupExchange(hashName: HashName): KeyExchange {
  return {
    hash: hashName,
    async perform(talk) {
      const { prime, generator } = await requestGroup(talk);
      const half = integers(toBigInt(prime), toBigInt(generator));
      return converse(talk, half, GEX_INIT, GEX_REPLY, Buffer.concat([SIZES, mpint(prime), mpint(generator)]));
    },
  };
}
