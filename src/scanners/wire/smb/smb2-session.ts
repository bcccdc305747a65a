import { u16, u32, u64, utf16 } from './fields.js';
import { SMB2_HEADER_BYTES, type Smb2Message } from './smb2-message.js';

const GUEST = 0x1;
const NULL_SESSION = 0x2;
const ENCRYPT_DATA = 0x4;

export interface SessionAnswer {
  readonly guest: boolean;
  readonly nullSession: boolean;
  readonly encrypted: boolean;
  readonly token: Buffer;
}
export type ShareType = 'disk' | 'pipe' | 'printer' | 'other';
export interface TreeAnswer {
  readonly type: ShareType;
  readonly encrypted: boolean;
}

/** SESSION_SETUP request: MS-SMB2 2.2.5. The token is raw NTLM, which servers take without SPNEGO. */
export function encodeSessionSetup(token: Buffer): Buffer {
  const STRUCTURE_SIZE = 25;
  const SIGNING_ENABLED = 1;
  const TOKEN_AT = SMB2_HEADER_BYTES + 24;
  return Buffer.concat([
    u16(STRUCTURE_SIZE),
    Buffer.from([0, SIGNING_ENABLED]),
    u32(0),
    u32(0),
    u16(TOKEN_AT),
    u16(token.length),
    u64(0n),
    token,
  ]);
}

/** SESSION_SETUP response: MS-SMB2 2.2.6. */
export function decodeSessionSetup({ body, whole }: Smb2Message): SessionAnswer {
  const flags = body.u16(2);
  return {
    guest: (flags & GUEST) !== 0,
    nullSession: (flags & NULL_SESSION) !== 0,
    encrypted: (flags & ENCRYPT_DATA) !== 0,
    token: whole.slice(body.u16(4), body.u16(6)),
  };
}

/** TREE_CONNECT request: MS-SMB2 2.2.9. */
export function encodeTreeConnect(server: string, share: string): Buffer {
  const STRUCTURE_SIZE = 9;
  const path = utf16(`\\\\${server}\\${share}`);
  return Buffer.concat([u16(STRUCTURE_SIZE), u16(0), u16(SMB2_HEADER_BYTES + 8), u16(path.length), path]);
}

/** TREE_CONNECT response: MS-SMB2 2.2.10. Its MaximalAccess speaks of the share alone, not of the files: left unread. */
export function decodeTreeConnect({ body }: Smb2Message): TreeAnswer {
  const SHARE_ENCRYPTS = 0x8000;
  const types: Readonly<Record<number, ShareType>> = { 1: 'disk', 2: 'pipe', 3: 'printer' };
  return { type: types[body.u8(2)] ?? 'other', encrypted: (body.u32(4) & SHARE_ENCRYPTS) !== 0 };
}

/** TREE_DISCONNECT and LOGOFF requests: MS-SMB2 2.2.11 and 2.2.7. */
export const encodeEmpty = (): Buffer => Buffer.concat([u16(4), u16(0)]);
