import { Fields, u16, u32, utf16 } from '../../scanners/wire/smb/fields.js';

const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');

/** CHALLENGE_MESSAGE of a server with this NetBIOS name: MS-NLMP 2.2.1.2. */
export function encodeNtlmChallenge(netbiosName: string, challenge: Buffer): Buffer {
  const HEADER_BYTES = 56;
  // Unicode, target (a server), NTLM, always sign, extended session security, target info, version, 128, 56.
  const FLAGS = 0xa28a_8205;
  const VERSION = Buffer.from([6, 1, 0, 0, 0, 0, 0, 15]);
  const pair = (id: number, text: string) => Buffer.concat([u16(id), u16(text.length * 2), utf16(text)]);
  const target = utf16(netbiosName);
  const info = Buffer.concat([pair(2, netbiosName), pair(1, netbiosName), pair(4, ''), pair(3, netbiosName.toLowerCase()), u32(0)]);
  const descriptor = (part: Buffer, at: number) => Buffer.concat([u16(part.length), u16(part.length), u32(at)]);
  return Buffer.concat([
    SIGNATURE,
    u32(2),
    descriptor(target, HEADER_BYTES),
    u32(FLAGS),
    challenge,
    Buffer.alloc(8),
    descriptor(info, HEADER_BYTES + target.length),
    VERSION,
    target,
    info,
  ]);
}

/** Which NTLM message a login carries, whether it is wrapped in SPNEGO, and whether it names a user: MS-NLMP 2.2.1. */
export function readNtlm(token: Buffer): { readonly type: number; readonly wrapped: boolean; readonly hasUser: boolean } {
  const start = token.indexOf(SIGNATURE);
  if (start < 0) return { type: 0, wrapped: true, hasUser: false };
  const message = new Fields(token.subarray(start));
  const type = message.u32(8);
  return { type, wrapped: start > 0, hasUser: type === 3 && message.u16(36) > 0 };
}
