import { u16, u32, u64, utf16 } from '../../scanners/wire/smb/fields.js';
import { filetimeOf } from '../../scanners/wire/smb/filetime.js';
import { NO_ANDX, NT_LM } from '../../scanners/wire/smb/smb1-login.js';
import { bytesOffset, decodeSmb1, encodeSmb1, Smb1Command } from '../../scanners/wire/smb/smb1-message.js';
import { Status } from '../../scanners/wire/smb/status.js';

const WORKGROUP = 'WORKGROUP';
const USER_ID = 100;

/** The offer of a client that would rather talk SMB 2: MS-SMB2 3.3.5.3.1. */
export const asksForSmb2 = (message: Buffer): boolean => message.includes('\x02SMB 2.???\0');

/** SMB1 as far as the demo goes: it agrees on a dialect, tells its version at the login, and no more. */
export function answerSmb1(message: Buffer, netbiosName: string, version: string): Buffer {
  const request = decodeSmb1(message);
  const answer = (words: Buffer, bytes: Buffer, status: number = Status.OK) =>
    encodeSmb1({ ...request, userId: USER_ID, status, response: true }, words, bytes);
  switch (request.command) {
    case Smb1Command.NEGOTIATE: {
      const dialects = request.bytes.bytes.toString('latin1').split('\0').slice(0, -1);
      const index = dialects.indexOf(`\x02${NT_LM}`);
      return index < 0 ? answer(u16(0xffff), Buffer.alloc(0)) : answer(negotiateWords(index), negotiateBytes(netbiosName));
    }
    case Smb1Command.SESSION_SETUP: {
      const words = Buffer.concat([NO_ANDX, u16(1)]);
      const pad = Buffer.alloc(bytesOffset(words) % 2);
      return answer(words, Buffer.concat([pad, utf16(`Windows 6.1\0${version}\0${WORKGROUP}\0`)]));
    }
    default:
      return answer(Buffer.alloc(0), Buffer.alloc(0), Status.NOT_SUPPORTED);
  }
}

/** User-level security with challenges, no signing: MS-CIFS 2.2.4.52.2. */
function negotiateWords(dialectIndex: number): Buffer {
  const USER_LEVEL_WITH_CHALLENGE = 3;
  const MAX_BUFFER_BYTES = 0x4104;
  const CAPABILITIES = 0x0000_0054;
  return Buffer.concat([
    u16(dialectIndex),
    Buffer.from([USER_LEVEL_WITH_CHALLENGE]),
    u16(50),
    u16(1),
    u32(MAX_BUFFER_BYTES),
    u32(0x1_0000),
    u32(0),
    u32(CAPABILITIES),
    u64(filetimeOf(new Date())),
    u16(0),
    Buffer.from([8]),
  ]);
}

const negotiateBytes = (netbiosName: string): Buffer => Buffer.concat([Buffer.alloc(8, 0x5a), utf16(`${WORKGROUP}\0${netbiosName}\0`)]);
