import { u16, u32, u64, utf16 } from './fields.js';
import { SMB2_HEADER_BYTES, type Smb2Message } from './smb2-message.js';

const GUEST = 0x1;

export type ShareType = 'disk' | 'pipe' | 'printer' | 'other';

/** SESSION_SETUP request: MS-SMB2 2.2.5. */
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
export const decodeSessionSetup = ({ body, whole }: Smb2Message): { readonly guest: boolean; readonly token: Buffer } => ({
  guest: (body.u16(2) & GUEST) !== 0,
  token: whole.slice(body.u16(4), body.u16(6)),
});

/** TREE_CONNECT request: MS-SMB2 2.2.9. */
export function encodeTreeConnect(server: string, share: string): Buffer {
  const STRUCTURE_SIZE = 9;
  const path = utf16(`\\\\${server}\\${share}`);
  return Buffer.concat([u16(STRUCTURE_SIZE), u16(0), u16(SMB2_HEADER_BYTES + 8), u16(path.length), path]);
}

/** TREE_CONNECT response: MS-SMB2 2.2.10. Its MaximalAccess speaks of the share alone, not of the files: left unread. */
export function decodeTreeConnect({ body }: Smb2Message): ShareType {
  const types: Readonly<Record<number, ShareType>> = { 1: 'disk', 2: 'pipe', 3: 'printer' };
  return types[body.u8(2)] ?? 'other';
}

/** TREE_DISCONNECT request: MS-SMB2 2.2.11. */
export const encodeTreeDisconnect = (): Buffer => Buffer.concat([u16(4), u16(0)]);
