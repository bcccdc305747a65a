import { ProbeError } from '../../../errors.js';
import { Fields, u16, u32 } from './fields.js';

export const SMB1_MAGIC = Buffer.from('\xffSMB', 'latin1');
const HEADER_BYTES = 32;
const RESPONSE = 0x80;

/** MS-CIFS 2.2.2.1. */
export const Smb1Command = {
  CLOSE: 0x04,
  TRANSACTION: 0x25,
  READ_ANDX: 0x2e,
  TRANSACTION2: 0x32,
  TREE_DISCONNECT: 0x71,
  NEGOTIATE: 0x72,
  SESSION_SETUP: 0x73,
  TREE_CONNECT: 0x75,
  CREATE: 0xa2,
} as const;

export interface Smb1Header {
  readonly command: number;
  readonly treeId: number;
  readonly userId: number;
  readonly messageId: number;
  readonly status?: number;
  readonly response?: boolean;
}
/** The two halves of a message after its header: parameter words and byte block. */
export interface Smb1Body {
  readonly words: Buffer;
  readonly bytes: Buffer;
}
export interface Smb1Message extends Required<Smb1Header> {
  readonly words: Fields;
  readonly bytes: Fields;
  /** Where `bytes` starts, counted from the header: Unicode strings are aligned to it. */
  readonly bytesAt: number;
  readonly whole: Fields;
}

/** Where the byte block of a request with so many parameter words starts, counted from the header. */
export const bytesOffset = (words: Buffer): number => HEADER_BYTES + 1 + words.length + 2;

/** SMB1 header, parameter words and bytes: MS-CIFS 2.2.3. Unicode, NT status codes, no extended security. */
export function encodeSmb1(
  { command, treeId, userId, messageId, status = 0, response = false }: Smb1Header,
  words: Buffer,
  bytes: Buffer,
): Buffer {
  const CASE_INSENSITIVE = 0x08;
  const FLAGS_2 = 0xc001;
  return Buffer.concat([
    SMB1_MAGIC,
    Buffer.from([command]),
    u32(status),
    Buffer.from([CASE_INSENSITIVE | (response ? RESPONSE : 0)]),
    u16(FLAGS_2),
    Buffer.alloc(12),
    u16(treeId),
    u16(1),
    u16(userId),
    u16(messageId),
    Buffer.from([words.length / 2]),
    words,
    u16(bytes.length),
    bytes,
  ]);
}

/** Reads header, words and bytes: MS-CIFS 2.2.3. */
export function decodeSmb1(message: Buffer): Smb1Message {
  const whole = new Fields(message);
  if (!whole.slice(0, 4).equals(SMB1_MAGIC)) throw new ProbeError('protocol', 'not an SMB1 message');
  const wordBytes = whole.u8(HEADER_BYTES) * 2;
  const bytesAt = HEADER_BYTES + 1 + wordBytes + 2;
  return {
    command: whole.u8(4),
    status: whole.u32(5),
    response: (whole.u8(9) & RESPONSE) !== 0,
    treeId: whole.u16(24),
    userId: whole.u16(28),
    messageId: whole.u16(30),
    words: new Fields(whole.slice(HEADER_BYTES + 1, wordBytes)),
    bytes: new Fields(whole.slice(bytesAt, whole.u16(bytesAt - 2))),
    bytesAt,
    whole,
  };
}
