import { randomBytes } from 'node:crypto';
import { ProbeError } from '../../errors.js';
import type { ByteReader } from '../byte-reader.js';

/*
 * The first messages of a TLS handshake, without cryptography: what we offer, and what the server picks in the clear.
 * SSL 3.0 (RFC 6101), TLS 1.0 to 1.2 (RFC 2246, 4346, 5246), TLS 1.3 (RFC 8446).
 */

export const VERSIONS = { SSLv3: 0x0300, 'TLSv1.0': 0x0301, 'TLSv1.1': 0x0302, 'TLSv1.2': 0x0303, 'TLSv1.3': 0x0304 } as const;
export type Version = keyof typeof VERSIONS;

export interface ClientHello {
  readonly versions: readonly Version[];
  readonly suites: readonly number[];
  /** SNI; empty for an address, which RFC 6066 section 3 does not allow. */
  readonly serverName: string;
}

export type Message =
  | { readonly kind: 'handshake'; readonly type: number; readonly body: Buffer }
  | { readonly kind: 'alert'; readonly fatal: boolean; readonly code: number };

/** Handshake types: RFC 5246 section 7.4. */
export const SERVER_HELLO = 2;
export const CERTIFICATE = 11;
export const SERVER_KEY_EXCHANGE = 12;
export const CERTIFICATE_REQUEST = 13;
export const SERVER_HELLO_DONE = 14;

const CLIENT_HELLO = 1;
/** Record types: RFC 5246 section 6.2.1. */
const ALERT = 21;
const HANDSHAKE = 22;
/** RFC 5246 section 6.2.3: 2^14 bytes and what encryption may add. */
const RECORD_MAX_BYTES = 2 ** 14 + 2048;
/** Long chains come in one message; OpenSSL draws the line at 100 KiB. */
const MESSAGE_MAX_BYTES = 100 * 1024;
const RECORDS_MAX = 64;
/** Old load balancers hang on hellos of 256 to 511 bytes (RFC 7685). */
const HELLO_MIN_BYTES = 512;

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV: we know secure renegotiation (RFC 5746 section 3.3). */
const RENEGOTIATION_SCSV = 0x00ff;
const NO_COMPRESSION = 0;

/** x25519, x448, secp256r1, secp384r1, secp521r1, brainpool, then what old servers know (RFC 8446 4.2.7, RFC 8422 5.1.1). */
const GROUPS = [29, 30, 23, 24, 25, 26, 27, 28, 22, 21, 20, 19, 18, 14, 13, 11, 9];
const X25519 = 29;
/** Everything that signs, MD5 and SHA-1 included: it is the server that shall say no (RFC 8446 section 4.2.3, RFC 5246 7.4.1.4.1). */
const SIGNATURES = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0402, 0x0303, 0x0301,
  0x0302, 0x0203, 0x0201, 0x0202, 0x0101,
];

/** A ClientHello inside its record. SSL 3.0 alone gets no extensions: its servers know none. */
export function encodeClientHello({ versions, suites, serverName }: ClientHello): Buffer {
  const newest = Math.max(...versions.map((version) => VERSIONS[version]));
  const legacyVersion = Math.min(newest, VERSIONS['TLSv1.2']);
  const fixed = Buffer.concat([
    uint16(legacyVersion),
    randomBytes(32),
    // TLS 1.3 in compatibility mode wants a session id (RFC 8446 section 4.1.2).
    sized(1, newest === VERSIONS['TLSv1.3'] ? randomBytes(32) : Buffer.alloc(0)),
    sized(2, ...suites.map(uint16), uint16(RENEGOTIATION_SCSV)),
    sized(1, Buffer.from([NO_COMPRESSION])),
  ]);
  const body = legacyVersion === VERSIONS.SSLv3 ? fixed : Buffer.concat([fixed, extensions(versions, serverName, fixed.length)]);
  const message = Buffer.concat([Buffer.from([CLIENT_HELLO]), sized(3, body)]);
  // A record version above TLS 1.0 confuses old servers (RFC 8446 appendix D.1).
  return Buffer.concat([Buffer.from([HANDSHAKE]), uint16(Math.min(legacyVersion, VERSIONS['TLSv1.0'])), sized(2, message)]);
}

function extensions(versions: readonly Version[], serverName: string, bytesBefore: number): Buffer {
  const list = [
    ...(serverName ? [extension(0, sized(2, Buffer.from([0]), sized(2, Buffer.from(serverName))))] : []),
    extension(10, sized(2, ...GROUPS.map(uint16))),
    extension(11, sized(1, Buffer.from([0]))),
    extension(13, sized(2, ...SIGNATURES.map(uint16))),
    ...(versions.includes('TLSv1.3') ? only13(versions) : []),
  ];
  // 4 bytes of the message head, 2 of the length of the list, 4 of the head of the padding itself.
  const missing = HELLO_MIN_BYTES - bytesBefore - 10 - list.reduce((sum, { length }) => sum + length, 0);
  return sized(2, ...list, ...(missing > 0 ? [extension(21, Buffer.alloc(missing))] : []));
}

/** supported_versions and key_share. Any 32 bytes are a public key of x25519: we never finish the handshake. */
function only13(versions: readonly Version[]): Buffer[] {
  return [
    extension(43, sized(1, ...versions.map((version) => uint16(VERSIONS[version])))),
    extension(51, sized(2, uint16(X25519), sized(2, randomBytes(32)))),
  ];
}

/**
 * The messages of the server until it has no more in the clear. Ends with a ProbeError (`protocol` where the bytes are
 * no TLS). Lengths that the peer claims are checked before a byte is awaited.
 */
export async function* readMessages(reader: ByteReader): AsyncGenerator<Message> {
  let pending: Buffer = Buffer.alloc(0);
  for (let records = 0; records < RECORDS_MAX; records++) {
    const { type, payload } = await readRecord(reader);
    if (type === ALERT) {
      if (payload.length !== 2 || payload[0]! < 1 || payload[0]! > 2) throw new ProbeError('protocol', 'an alert that is none');
      yield { kind: 'alert', fatal: payload[0] === 2, code: payload[1]! };
      continue;
    }
    if (type !== HANDSHAKE) return;
    pending = Buffer.concat([pending, payload]);
    while (pending.length >= 4) {
      const length = pending.readUIntBE(1, 3);
      if (length > MESSAGE_MAX_BYTES) throw new ProbeError('limit', `a handshake message that claims ${length} bytes`);
      if (pending.length < 4 + length) break;
      yield { kind: 'handshake', type: pending.readUInt8(0), body: pending.subarray(4, 4 + length) };
      pending = pending.subarray(4 + length);
    }
  }
  throw new ProbeError('limit', `more than ${RECORDS_MAX} records`);
}

async function readRecord(reader: ByteReader): Promise<{ type: number; payload: Buffer }> {
  const head = await reader.take(5);
  const type = head.readUInt8(0);
  const length = head.readUInt16BE(3);
  if (type < 20 || type > 23 || head.readUInt8(1) !== 3 || head.readUInt8(2) > 4 || length > RECORD_MAX_BYTES) {
    throw new ProbeError('protocol', 'the answer is no TLS record');
  }
  return { type, payload: await reader.take(length) };
}

export interface ServerHello {
  readonly version: Version;
  readonly suite: number;
}

/** RFC 5246 section 7.4.1.3, RFC 8446 section 4.1.3; a HelloRetryRequest of TLS 1.3 has the same shape. */
export function decodeServerHello(body: Buffer): ServerHello {
  const cursor = new Cursor(body);
  let version = cursor.uint16();
  cursor.skip(32);
  cursor.vector(1);
  const suite = cursor.uint16();
  cursor.skip(1);
  const list = cursor.rest === 0 ? undefined : new Cursor(cursor.vector(2));
  while (list && list.rest > 0) {
    const type = list.uint16();
    const data = list.vector(2);
    // supported_versions (RFC 8446 section 4.2.1)
    if (type === 43 && data.length === 2) version = data.readUInt16BE(0);
  }
  const name = (Object.keys(VERSIONS) as Version[]).find((key) => VERSIONS[key] === version);
  if (!name) throw new ProbeError('protocol', `a ServerHello of version ${version}`);
  return { version: name, suite };
}

/** The chain as sent, leaf first, DER (RFC 5246 section 7.4.2). */
export function decodeCertificates(body: Buffer): readonly Buffer[] {
  const list = new Cursor(new Cursor(body).vector(3));
  const chain: Buffer[] = [];
  while (list.rest > 0) chain.push(list.vector(3));
  return chain;
}

/** Bits of the prime in a ServerKeyExchange of a DHE suite (RFC 5246 section 7.4.3). */
export function decodeDhBits(body: Buffer): number {
  const prime = new Cursor(body).vector(2);
  const first = prime.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (prime.length - first - 1) * 8 + (32 - Math.clz32(prime[first]!));
}

class Cursor {
  #at = 0;
  constructor(readonly bytes: Buffer) {}
  get rest(): number {
    return this.bytes.length - this.#at;
  }
  skip(count: number): number {
    const at = this.#at;
    if (count > this.rest) throw new ProbeError('protocol', 'a TLS message that ends early');
    this.#at += count;
    return at;
  }
  uint16(): number {
    return this.bytes.readUInt16BE(this.skip(2));
  }
  /** A vector whose length takes `size` bytes. */
  vector(size: number): Buffer {
    const length = this.bytes.readUIntBE(this.skip(size), size);
    const start = this.skip(length);
    return this.bytes.subarray(start, start + length);
  }
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}
function sized(size: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(size);
  length.writeUIntBE(body.length, 0, size);
  return Buffer.concat([length, body]);
}
const extension = (type: number, data: Buffer): Buffer => Buffer.concat([uint16(type), sized(2, data)]);
