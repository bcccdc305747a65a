import { ProbeError } from '../../errors.js';

/*
 * SSH on the wire: the identification line, the data types of RFC 4251 section 5 and KEXINIT. Pure: bytes in, values
 * out. Every length is checked against the bytes that are really there, nothing is allocated because a peer claims it.
 */

/** Message numbers: RFC 4250 section 4.1.2; 30 to 49 belong to the key exchange method. */
export const message = {
  disconnect: 1,
  ignore: 2,
  unimplemented: 3,
  debug: 4,
  serviceRequest: 5,
  serviceAccept: 6,
  extInfo: 7,
  kexInit: 20,
  newKeys: 21,
  userauthRequest: 50,
  userauthFailure: 51,
  userauthSuccess: 52,
  userauthBanner: 53,
  userauthPkOk: 60,
} as const;

export interface Identification {
  readonly software: string;
  readonly comment: string;
  /** The line without its end. */
  readonly raw: string;
}

/** `SSH-protoversion-softwareversion SP comments` (RFC 4253 section 4.2); undefined for any other line. */
export function parseIdentification(line: string): Identification | undefined {
  const raw = line.replace(/\r?\n?$/, '');
  const parts = /^SSH-\d+\.\d+-([^ ]*)(?: (.*))?$/s.exec(raw);
  return parts ? { software: parts[1] ?? '', comment: parts[2] ?? '', raw } : undefined;
}

/** Takes RFC 4251 section 5 values off the front of a message. */
export class FieldReader {
  #rest: Buffer;

  constructor(bytes: Buffer) {
    this.#rest = bytes;
  }

  bytes(count: number): Buffer {
    if (count > this.#rest.length) throw new ProbeError('protocol', 'an SSH field reaches past the end of its message');
    const taken = this.#rest.subarray(0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  byte(): number {
    return this.bytes(1).readUInt8();
  }

  uint32(): number {
    return this.bytes(4).readUInt32BE();
  }

  string(): Buffer {
    return this.bytes(this.uint32());
  }

  text(): string {
    return this.string().toString('utf8');
  }

  nameList(): readonly string[] {
    const text = this.string().toString('latin1');
    return text === '' ? [] : text.split(',');
  }

  /** An `mpint` that may not be negative. */
  mpint(): Buffer {
    const bytes = this.string();
    if ((bytes[0] ?? 0) & 0x80) throw new ProbeError('protocol', 'a negative number in an SSH message');
    return withoutLeadingZeros(bytes);
  }
}

export function withoutLeadingZeros(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? bytes.subarray(bytes.length) : bytes.subarray(first);
}

/** How many bits an unsigned number takes. */
export function bitLength(bytes: Buffer): number {
  const significant = withoutLeadingZeros(bytes);
  return significant.length === 0 ? 0 : significant.length * 8 - Math.clz32(significant[0]!) + 24;
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function string(value: Buffer | string): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

/** The content of an `mpint`: shortest form, a zero byte before a set top bit. */
export function mpintContent(unsigned: Buffer): Buffer {
  const shortest = withoutLeadingZeros(unsigned);
  return (shortest[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.alloc(1), shortest]) : shortest;
}

export const mpint = (unsigned: Buffer): Buffer => string(mpintContent(unsigned));
const nameList = (names: readonly string[]): Buffer => string(names.join(','));

/** The lists of RFC 4253 section 7.1; `ToServer` and `ToClient` name the direction of the data. */
export interface KexInit {
  readonly kex: readonly string[];
  readonly serverHostKey: readonly string[];
  readonly ciphersToServer: readonly string[];
  readonly ciphersToClient: readonly string[];
  readonly macsToServer: readonly string[];
  readonly macsToClient: readonly string[];
  readonly compressionToServer: readonly string[];
  readonly compressionToClient: readonly string[];
}

const COOKIE_BYTES = 16;

export function parseKexInit(payload: Buffer): KexInit {
  const fields = new FieldReader(payload);
  const number = fields.byte();
  if (number !== message.kexInit) throw new ProbeError('protocol', `message ${number} instead of KEXINIT`);
  fields.bytes(COOKIE_BYTES);
  const lists: KexInit = {
    kex: fields.nameList(),
    serverHostKey: fields.nameList(),
    ciphersToServer: fields.nameList(),
    ciphersToClient: fields.nameList(),
    macsToServer: fields.nameList(),
    macsToClient: fields.nameList(),
    compressionToServer: fields.nameList(),
    compressionToClient: fields.nameList(),
  };
  fields.nameList(); // languages, both directions
  fields.nameList();
  fields.bytes(1 + 4); // first_kex_packet_follows, reserved
  return lists;
}

export function encodeKexInit(lists: KexInit, cookie: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([message.kexInit]),
    cookie,
    nameList(lists.kex),
    nameList(lists.serverHostKey),
    nameList(lists.ciphersToServer),
    nameList(lists.ciphersToClient),
    nameList(lists.macsToServer),
    nameList(lists.macsToClient),
    nameList(lists.compressionToServer),
    nameList(lists.compressionToClient),
    nameList([]),
    nameList([]),
    Buffer.alloc(1 + 4),
  ]);
}
