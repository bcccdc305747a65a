import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { ProbeError } from '../../errors.js';
import { poly1305 } from './poly1305.js';
import { uint32 } from './ssh.js';

/*
 * The binary packet protocol (RFC 4253 section 6) with the ciphers and MACs that Node's crypto can do. A `Sealer` and an
 * `Opener` each hold the keys of one direction.
 */

/** RFC 4253 section 6.1: what every implementation must be able to take; nobody sends us more before a login. */
const PACKET_MAX_BYTES = 35_000;
const PADDING_MIN_BYTES = 4;
const LENGTH_BYTES = 4;

export type Take = (count: number) => Promise<Buffer>;
export type Sealer = (sequence: number, payload: Buffer) => Buffer;
export type Opener = (sequence: number, take: Take) => Promise<Buffer>;

/** `derive('A' … 'F', bytes)`: RFC 4253 section 7.2. */
export type Derive = (letter: string, bytes: number) => Buffer;
/** Which letters a direction uses: RFC 4253 section 7.2. */
export interface Letters {
  readonly iv: string;
  readonly key: string;
  readonly integrity: string;
}
export const toServer: Letters = { iv: 'A', key: 'C', integrity: 'E' };
export const toClient: Letters = { iv: 'B', key: 'D', integrity: 'F' };

interface Cipher {
  readonly node: string;
  readonly keyBytes: number;
  readonly ivBytes: number;
  readonly blockBytes: number;
  readonly kind: 'stream' | 'gcm' | 'chacha20';
}
const stream = (node: string, keyBytes: number, blockBytes = 16): Cipher => ({
  node,
  keyBytes,
  ivBytes: blockBytes,
  blockBytes,
  kind: 'stream',
});
const gcm = (node: string, keyBytes: number): Cipher => ({ node, keyBytes, ivBytes: 12, blockBytes: 16, kind: 'gcm' });

/** In order of preference. Names: RFC 4253 section 6.3, RFC 4344, and OpenSSH's PROTOCOL files. */
const CIPHERS: Readonly<Record<string, Cipher>> = {
  'aes128-ctr': stream('aes-128-ctr', 16),
  'aes192-ctr': stream('aes-192-ctr', 24),
  'aes256-ctr': stream('aes-256-ctr', 32),
  'aes128-gcm@openssh.com': gcm('aes-128-gcm', 16),
  'aes256-gcm@openssh.com': gcm('aes-256-gcm', 32),
  'chacha20-poly1305@openssh.com': { node: 'chacha20', keyBytes: 64, ivBytes: 0, blockBytes: 8, kind: 'chacha20' },
  'aes128-cbc': stream('aes-128-cbc', 16),
  'aes192-cbc': stream('aes-192-cbc', 24),
  'aes256-cbc': stream('aes-256-cbc', 32),
  'rijndael-cbc@lysator.liu.se': stream('aes-256-cbc', 32),
  '3des-cbc': stream('des-ede3-cbc', 24, 8),
};

interface Mac {
  readonly hash: string;
  readonly keyBytes: number;
  readonly tagBytes: number;
}
/** RFC 4253 section 6.4, RFC 6668; each exists with `-etm@openssh.com` too. */
const MACS: Readonly<Record<string, Mac>> = {
  'hmac-sha2-256': { hash: 'sha256', keyBytes: 32, tagBytes: 32 },
  'hmac-sha2-512': { hash: 'sha512', keyBytes: 64, tagBytes: 64 },
  'hmac-sha1': { hash: 'sha1', keyBytes: 20, tagBytes: 20 },
  'hmac-sha1-96': { hash: 'sha1', keyBytes: 20, tagBytes: 12 },
  'hmac-md5': { hash: 'md5', keyBytes: 16, tagBytes: 16 },
  'hmac-md5-96': { hash: 'md5', keyBytes: 16, tagBytes: 12 },
};
const ETM = '-etm@openssh.com';

export const supportedCiphers = Object.keys(CIPHERS);
export const supportedMacs = Object.keys(MACS).flatMap((name) => [name, `${name}${ETM}`]);
/** Such a cipher brings its own integrity: the negotiated MAC is not used. */
export const isAead = (cipher: string): boolean => CIPHERS[cipher]?.kind === 'gcm' || CIPHERS[cipher]?.kind === 'chacha20';

/** Before NEWKEYS: no cipher, no MAC. */
export const sealPlain: Sealer = (_sequence, payload) => frame(payload, 8, LENGTH_BYTES);
export const openPlain: Opener = async (_sequence, take) => {
  const length = checked((await take(LENGTH_BYTES)).readUInt32BE());
  return unframe(await take(length));
};

/** Adds length, padding length and padding; the part that is encrypted fills whole blocks. */
function frame(payload: Buffer, blockBytes: number, encryptedLengthBytes: number): Buffer {
  const bare = encryptedLengthBytes + 1 + payload.length + PADDING_MIN_BYTES;
  const padding = randomBytes(PADDING_MIN_BYTES + ((blockBytes - (bare % blockBytes)) % blockBytes));
  return Buffer.concat([uint32(1 + payload.length + padding.length), Buffer.from([padding.length]), payload, padding]);
}

function unframe(packet: Buffer): Buffer {
  const payload = packet.subarray(1, packet.length - packet[0]!);
  if (payload.length === 0) throw new ProbeError('protocol', 'an SSH packet without a message');
  return payload;
}

/** The claimed length, before anything is read or allocated for it. */
function checked(length: number): number {
  // Padding length and at least four bytes of padding: RFC 4253 section 6.
  if (length <= PADDING_MIN_BYTES || length > PACKET_MAX_BYTES)
    throw new ProbeError('protocol', `an SSH packet claims to have ${length} bytes`);
  return length;
}

const altered = () => new ProbeError('protocol', 'an SSH packet does not fit its authentication code');
const demand = (ours: Buffer, theirs: Buffer) => {
  if (ours.length !== theirs.length || !timingSafeEqual(ours, theirs)) throw altered();
};

export function sealerFor(cipherName: string, macName: string, letters: Letters, derive: Derive): Sealer {
  const cipher = CIPHERS[cipherName]!;
  if (cipher.kind === 'gcm') return gcmSealer(cipher, letters, derive);
  if (cipher.kind === 'chacha20') return chachaSealer(derive(letters.key, cipher.keyBytes));
  const { tag, etm } = macFor(macName, letters, derive);
  const encrypt = createCipheriv(cipher.node, derive(letters.key, cipher.keyBytes), derive(letters.iv, cipher.ivBytes));
  return (sequence, payload) => {
    const packet = frame(payload, cipher.blockBytes, etm ? 0 : LENGTH_BYTES);
    if (!etm) return Buffer.concat([encrypt.update(packet), tag(sequence, packet)]);
    const sealed = Buffer.concat([packet.subarray(0, LENGTH_BYTES), encrypt.update(packet.subarray(LENGTH_BYTES))]);
    return Buffer.concat([sealed, tag(sequence, sealed)]);
  };
}

export function openerFor(cipherName: string, macName: string, letters: Letters, derive: Derive): Opener {
  const cipher = CIPHERS[cipherName]!;
  if (cipher.kind === 'gcm') return gcmOpener(cipher, letters, derive);
  if (cipher.kind === 'chacha20') return chachaOpener(derive(letters.key, cipher.keyBytes));
  const { tag, etm, tagBytes } = macFor(macName, letters, derive);
  const decrypt = createDecipheriv(cipher.node, derive(letters.key, cipher.keyBytes), derive(letters.iv, cipher.ivBytes));
  decrypt.setAutoPadding(false);
  if (etm) {
    return async (sequence, take) => {
      const length = await take(LENGTH_BYTES);
      const sealed = await take(checked(length.readUInt32BE()));
      demand(tag(sequence, Buffer.concat([length, sealed])), await take(tagBytes));
      return unframe(decrypt.update(sealed));
    };
  }
  return async (sequence, take) => {
    const first = decrypt.update(await take(cipher.blockBytes));
    const length = checked(first.readUInt32BE());
    const rest = decrypt.update(await take(Math.max(0, LENGTH_BYTES + length - cipher.blockBytes)));
    const packet = Buffer.concat([first, rest]);
    demand(tag(sequence, packet), await take(tagBytes));
    return unframe(packet.subarray(LENGTH_BYTES));
  };
}

function macFor(name: string, letters: Letters, derive: Derive) {
  const etm = name.endsWith(ETM);
  const mac = MACS[etm ? name.slice(0, -ETM.length) : name]!;
  const key = derive(letters.integrity, mac.keyBytes);
  const tag = (sequence: number, data: Buffer) =>
    createHmac(mac.hash, key).update(uint32(sequence)).update(data).digest().subarray(0, mac.tagBytes);
  return { tag, etm, tagBytes: mac.tagBytes };
}

// --- AES-GCM: RFC 5647 section 7; the length is readable and authenticated, the nonce counts packets -------------------

const GCM_TAG_BYTES = 16;

function gcmNonce(letters: Letters, derive: Derive): () => Buffer {
  const next = derive(letters.iv, 12);
  return () => {
    const nonce = Buffer.from(next);
    next.writeBigUInt64BE(BigInt.asUintN(64, next.readBigUInt64BE(4) + 1n), 4);
    return nonce;
  };
}

function gcmSealer(cipher: Cipher, letters: Letters, derive: Derive): Sealer {
  const key = derive(letters.key, cipher.keyBytes);
  const nonce = gcmNonce(letters, derive);
  return (_sequence, payload) => {
    const packet = frame(payload, cipher.blockBytes, 0);
    const length = packet.subarray(0, LENGTH_BYTES);
    const encrypt = createCipheriv(cipher.node as 'aes-128-gcm', key, nonce()).setAAD(length);
    const sealed = encrypt.update(packet.subarray(LENGTH_BYTES));
    encrypt.final();
    return Buffer.concat([length, sealed, encrypt.getAuthTag()]);
  };
}

function gcmOpener(cipher: Cipher, letters: Letters, derive: Derive): Opener {
  const key = derive(letters.key, cipher.keyBytes);
  const nonce = gcmNonce(letters, derive);
  return async (_sequence, take) => {
    const length = await take(LENGTH_BYTES);
    const sealed = await take(checked(length.readUInt32BE()));
    const decrypt = createDecipheriv(cipher.node as 'aes-128-gcm', key, nonce()).setAAD(length);
    decrypt.setAuthTag(await take(GCM_TAG_BYTES));
    const packet = decrypt.update(sealed);
    try {
      decrypt.final();
    } catch {
      throw altered();
    }
    return unframe(packet);
  };
}

// --- chacha20-poly1305@openssh.com: OpenSSH PROTOCOL.chacha20poly1305 ---------------------------------------------------

const POLY1305_KEY_BYTES = 32;
const POLY1305_TAG_BYTES = 16;

/** The key stream of one packet from block `counter` on; OpenSSL takes a 64-bit little-endian counter before the nonce. */
function chacha20(key: Buffer, sequence: number, counter: number, data: Buffer): Buffer {
  const iv = Buffer.alloc(16);
  iv.writeUInt32LE(counter, 0);
  iv.writeUInt32BE(sequence, 12);
  return createCipheriv('chacha20', key, iv).update(data);
}

function chachaParts(keys: Buffer) {
  const [contentKey, lengthKey] = [keys.subarray(0, 32), keys.subarray(32)];
  return {
    length: (sequence: number, data: Buffer) => chacha20(lengthKey, sequence, 0, data),
    content: (sequence: number, data: Buffer) => chacha20(contentKey, sequence, 1, data),
    tag: (sequence: number, data: Buffer) => poly1305(chacha20(contentKey, sequence, 0, Buffer.alloc(POLY1305_KEY_BYTES)), data),
  };
}

function chachaSealer(keys: Buffer): Sealer {
  const { length, content, tag } = chachaParts(keys);
  return (sequence, payload) => {
    const packet = frame(payload, 8, 0);
    const sealed = Buffer.concat([length(sequence, packet.subarray(0, LENGTH_BYTES)), content(sequence, packet.subarray(LENGTH_BYTES))]);
    return Buffer.concat([sealed, tag(sequence, sealed)]);
  };
}

function chachaOpener(keys: Buffer): Opener {
  const { length, content, tag } = chachaParts(keys);
  return async (sequence, take) => {
    const sealedLength = await take(LENGTH_BYTES);
    const sealed = await take(checked(length(sequence, sealedLength).readUInt32BE()));
    demand(tag(sequence, Buffer.concat([sealedLength, sealed])), await take(POLY1305_TAG_BYTES));
    return unframe(content(sequence, sealed));
  };
}
