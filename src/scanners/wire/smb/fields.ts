import { ProbeError } from '../../../errors.js';

/** Little-endian fields of a received message. A field that is not wholly there is a `ProbeError`, never a crash. */
export class Fields {
  constructor(readonly bytes: Buffer) {}

  u8(at: number): number {
    return this.#have(at, 1).readUInt8(at);
  }
  u16(at: number): number {
    return this.#have(at, 2).readUInt16LE(at);
  }
  u32(at: number): number {
    return this.#have(at, 4).readUInt32LE(at);
  }
  u64(at: number): bigint {
    return this.#have(at, 8).readBigUInt64LE(at);
  }
  /** A view, not a copy: a claimed length costs nothing before the bytes are there. */
  slice(at: number, length: number): Buffer {
    return this.#have(at, length).subarray(at, at + length);
  }
  /** The same bytes from `at` on. */
  from(at: number): Fields {
    return new Fields(this.slice(at, this.bytes.length - at));
  }

  #have(at: number, length: number): Buffer {
    if (at < 0 || length < 0 || at + length > this.bytes.length) throw new ProbeError('protocol', 'an SMB message ends too early');
    return this.bytes;
  }
}

export const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};
export const u64 = (value: bigint): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(value);
  return bytes;
};
export const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** Zero bytes up to the next multiple of `size`. */
export const padding = (length: number, size: number): Buffer => Buffer.alloc((size - (length % size)) % size);
