import { createHmac } from 'node:crypto';
import { ProbeError } from '../../../errors.js';
import { Fields, u16, u32, u64 } from './fields.js';

const SMB2_MAGIC = Buffer.from('\xfeSMB', 'latin1');
export const SMB2_HEADER_BYTES = 64;
export const Smb2Flag = { RESPONSE: 0x1, ASYNC: 0x2, SIGNED: 0x8 } as const;
const SIGNATURE_AT = 48;
const SIGNATURE_BYTES = 16;

/** MS-SMB2 2.2.1.2. */
export const Command = {
  NEGOTIATE: 0,
  SESSION_SETUP: 1,
  LOGOFF: 2,
  TREE_CONNECT: 3,
  TREE_DISCONNECT: 4,
  CREATE: 5,
  CLOSE: 6,
  READ: 8,
  IOCTL: 11,
  ECHO: 13,
  QUERY_DIRECTORY: 14,
  QUERY_INFO: 16,
} as const;

export interface Smb2Header {
  readonly command: number;
  readonly messageId: bigint;
  readonly treeId: number;
  readonly sessionId: bigint;
  readonly status?: number;
  readonly flags?: number;
}
export interface Smb2Message extends Required<Smb2Header> {
  /** What follows the header. Offsets inside count from the start of the header, so decoders use `at` and `whole`. */
  readonly body: Fields;
  readonly whole: Fields;
}

/** SMB2 header and body: MS-SMB2 2.2.1.2. */
export function encodeSmb2({ command, messageId, treeId, sessionId, status = 0, flags = 0 }: Smb2Header, body: Buffer): Buffer {
  const CREDITS = 64;
  const CREDIT_CHARGE = 1;
  return Buffer.concat([
    SMB2_MAGIC,
    u16(SMB2_HEADER_BYTES),
    u16(CREDIT_CHARGE),
    u32(status),
    u16(command),
    u16(CREDITS),
    u32(flags),
    u32(0),
    u64(messageId),
    u32(0),
    u32(treeId),
    u64(sessionId),
    Buffer.alloc(SIGNATURE_BYTES),
    body,
  ]);
}

/** Reads the header: MS-SMB2 2.2.1.1 and 2.2.1.2. */
export function decodeSmb2(message: Buffer): Smb2Message {
  const whole = new Fields(message);
  if (!whole.slice(0, 4).equals(SMB2_MAGIC) || whole.u16(4) !== SMB2_HEADER_BYTES) throw new ProbeError('protocol', 'not an SMB2 message');
  return {
    status: whole.u32(8),
    command: whole.u16(12),
    flags: whole.u32(16),
    messageId: whole.u64(24),
    treeId: whole.u32(36),
    sessionId: whole.u64(40),
    body: whole.from(SMB2_HEADER_BYTES),
    whole,
  };
}

/** Signs as SMB 2.0.2 and 2.1 do: MS-SMB2 3.1.4.1, HMAC-SHA256 over the message with an empty signature. */
export function signSmb2(message: Buffer, sessionKey: Buffer): Buffer {
  const signed = Buffer.from(message);
  signed.writeUInt32LE(signed.readUInt32LE(16) | Smb2Flag.SIGNED, 16);
  const digest = createHmac('sha256', sessionKey).update(signed).digest();
  digest.copy(signed, SIGNATURE_AT, 0, SIGNATURE_BYTES);
  return signed;
}
