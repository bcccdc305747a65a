import { ProbeError } from '../../../errors.js';
import { type Fields, u16, u32, utf16 } from './fields.js';
import { isoOfFiletime } from './filetime.js';
import { bytesOffset, type Smb1Body, type Smb1Message } from './smb1-message.js';

export const NT_LM = 'NT LM 0.12';
/** No further command in the same message. */
export const NO_ANDX = Buffer.from([0xff, 0, 0, 0]);

export interface Smb1Negotiated {
  /** False for the share-level passwords of Windows 9x. */
  readonly userLevel: boolean;
  readonly challengeResponse: boolean;
  readonly signing: { readonly enabled: boolean; readonly required: boolean };
  readonly sessionKey: number;
  readonly systemTime: string;
  readonly workgroup: string;
  readonly server: string;
}
/** What the server calls itself. */
export interface Smb1Texts {
  readonly os: string;
  readonly lanManager: string;
  readonly workgroup: string;
}
export interface Smb1Login {
  readonly user: string;
  readonly lm: Buffer;
  readonly nt: Buffer;
}

/** The dialect strings of a NEGOTIATE request: MS-CIFS 2.2.4.52.1. Naming `SMB 2.???` asks a newer server to answer in SMB2. */
export const encodeDialects = (dialects: readonly string[]): Buffer =>
  Buffer.concat(dialects.map((name) => Buffer.from(`\x02${name}\0`, 'latin1')));

/** NEGOTIATE response for `NT LM 0.12`, or undefined where the server speaks none of the dialects: MS-CIFS 2.2.4.52.2. */
export function decodeSmb1Negotiated({ words, bytes, status }: Smb1Message): Smb1Negotiated | undefined {
  const NT_LM_WORDS = 17;
  const NONE = 0xffff;
  if (status !== 0 || words.u16(0) === NONE) return undefined;
  if (words.bytes.length !== NT_LM_WORDS * 2) throw new ProbeError('protocol', 'an SMB1 dialect that nobody offered');
  const mode = words.u8(2);
  const [workgroup = '', server = ''] = unicodeStrings(bytes, words.u8(33));
  return {
    userLevel: (mode & 1) !== 0,
    challengeResponse: (mode & 2) !== 0,
    signing: { enabled: (mode & 4) !== 0, required: (mode & 8) !== 0 },
    sessionKey: words.u32(15),
    systemTime: isoOfFiletime(words.u64(23)),
    workgroup,
    server,
  };
}

/** SESSION_SETUP_ANDX request without extended security: MS-CIFS 2.2.4.53.1. */
export function encodeSmb1SessionSetup(sessionKey: number, { user, lm, nt }: Smb1Login): Smb1Body {
  const MAX_BUFFER_BYTES = 0x4000;
  const CAPABILITIES = 0x0000_0054; // Unicode, NT SMBs, NT status codes
  // A virtual circuit number of zero would make the server drop the client's other connections (MS-CIFS 3.3.5.43).
  const VIRTUAL_CIRCUIT = 1;
  const words = Buffer.concat([
    NO_ANDX,
    u16(MAX_BUFFER_BYTES),
    u16(2),
    u16(VIRTUAL_CIRCUIT),
    u32(sessionKey),
    u16(lm.length),
    u16(nt.length),
    u32(0),
    u32(CAPABILITIES),
  ]);
  const secrets = Buffer.concat([lm, nt]);
  const pad = Buffer.alloc((bytesOffset(words) + secrets.length) % 2);
  return { words, bytes: Buffer.concat([secrets, pad, utf16(`${user}\0\0Unix\0porosity\0`)]) };
}

/** SESSION_SETUP_ANDX response: MS-CIFS 2.2.4.53.2. The only place where Samba tells its exact version. */
export function decodeSmb1SessionSetup({ words, bytes, bytesAt }: Smb1Message): Smb1Texts & { readonly guest: boolean } {
  const GUEST = 1;
  const [os = '', lanManager = '', workgroup = ''] = unicodeStrings(bytes, bytesAt % 2);
  return { guest: (words.u16(4) & GUEST) !== 0, os, lanManager, workgroup };
}

/** NUL-ended UTF-16 strings; a last one without its end counts as well. */
function unicodeStrings({ bytes }: Fields, start: number): readonly string[] {
  return bytes.subarray(start).toString('utf16le').split('\0');
}
