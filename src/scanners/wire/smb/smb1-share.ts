import { padding, u16, u32, u64, utf16 } from './fields.js';
import { NO_ANDX } from './smb1-login.js';
import { bytesOffset, type Smb1Body, type Smb1Message } from './smb1-message.js';
import { createNumbers, type OpenRequest, SHARE_ALL } from './smb2-file.js';
import type { ShareType } from './smb2-session.js';

const NOTHING = Buffer.alloc(0);

/** TREE_CONNECT_ANDX request with the one-byte password of user-level security: MS-CIFS 2.2.4.55.1. */
export function encodeSmb1TreeConnect(server: string, share: string): Smb1Body {
  const ANY_SERVICE = Buffer.from('?????\0', 'latin1');
  const password = Buffer.alloc(1);
  const words = Buffer.concat([NO_ANDX, u16(0), u16(password.length)]);
  const pad = padding(bytesOffset(words) + password.length, 2);
  return { words, bytes: Buffer.concat([password, pad, utf16(`\\\\${server}\\${share}\0`), ANY_SERVICE]) };
}

/** The service name of a TREE_CONNECT_ANDX response: MS-CIFS 2.2.4.55.2. */
export function decodeSmb1TreeConnect({ bytes }: Smb1Message): ShareType {
  const services: Readonly<Record<string, ShareType>> = { 'A:': 'disk', 'LPT1:': 'printer', IPC: 'pipe' };
  return services[bytes.bytes.toString('latin1').split('\0')[0]!] ?? 'other';
}

/** NT_CREATE_ANDX request: MS-CIFS 2.2.4.64.1. */
export function encodeSmb1Create(request: OpenRequest): Smb1Body {
  const IMPERSONATION = 2;
  const { disposition, options } = createNumbers(request);
  const name = utf16(`\\${request.path}\0`);
  const words = Buffer.concat([
    NO_ANDX,
    Buffer.alloc(1),
    u16(name.length - 2),
    u32(0),
    u32(0),
    u32(request.access),
    u64(0n),
    u32(0),
    u32(SHARE_ALL),
    u32(disposition),
    u32(options),
    u32(IMPERSONATION),
    Buffer.alloc(1),
  ]);
  return { words, bytes: Buffer.concat([padding(bytesOffset(words), 2), name]) };
}

/** The file id of an NT_CREATE_ANDX response: MS-CIFS 2.2.4.64.2. */
export const decodeSmb1Create = ({ words }: Smb1Message): number => words.u16(5);

/** CLOSE request that leaves the times alone: MS-CIFS 2.2.4.5.1. */
export const encodeSmb1Close = (fileId: number): Smb1Body => ({ words: Buffer.concat([u16(fileId), u32(0xffff_ffff)]), bytes: NOTHING });

/** READ_ANDX request: MS-CIFS 2.2.4.42.1. */
export function encodeSmb1Read(fileId: number, maxBytes: number): Smb1Body {
  const words = Buffer.concat([NO_ANDX, u16(fileId), u32(0), u16(maxBytes), u16(0), u32(0), u16(0)]);
  return { words, bytes: NOTHING };
}

/** READ_ANDX response: MS-CIFS 2.2.4.42.2. */
export const decodeSmb1Read = ({ words, whole }: Smb1Message): Buffer => whole.slice(words.u16(12), words.u16(10));

interface Transaction {
  readonly name: string;
  readonly setup: readonly number[];
  readonly parameters: Buffer;
  readonly data: Buffer;
  readonly maxBytes: number;
}

/** TRANSACTION and TRANSACTION2 requests, in one message: MS-CIFS 2.2.4.33.1 and 2.2.4.46.1. */
function encodeTransaction({ name, setup, parameters, data, maxBytes }: Transaction): Smb1Body {
  const FIXED_WORDS = 14;
  const MAX_PARAMETER_BYTES = 32;
  const wordBytes = 2 * (FIXED_WORDS + setup.length);
  const start = bytesOffset(Buffer.alloc(wordBytes));
  const head = Buffer.concat([padding(start, 2), utf16(`${name}\0`)]);
  const parametersAt = start + head.length + padding(start + head.length, 4).length;
  const dataAt = parametersAt + parameters.length + padding(parametersAt + parameters.length, 4).length;
  const words = Buffer.concat([
    u16(parameters.length),
    u16(data.length),
    u16(MAX_PARAMETER_BYTES),
    u16(maxBytes),
    u16(0),
    u16(0),
    u32(0),
    u16(0),
    u16(parameters.length),
    u16(parametersAt),
    u16(data.length),
    u16(dataAt),
    u16(setup.length),
    ...setup.map(u16),
  ]);
  const bytes = [head, padding(start + head.length, 4), parameters, padding(parametersAt + parameters.length, 4), data];
  return { words, bytes: Buffer.concat(bytes) };
}

/** TRANS_TRANSACT_NMPIPE: writes to a named pipe and waits for its answer (MS-CIFS 2.2.5.6). */
export const encodeSmb1Transceive = (fileId: number, data: Buffer, maxBytes: number): Smb1Body =>
  encodeTransaction({ name: '\\PIPE\\', setup: [0x26, fileId], parameters: NOTHING, data, maxBytes });

/** TRANS2_FIND_FIRST2 for everything in a folder, closed at once: MS-CIFS 2.2.6.2. */
export function encodeFindFirst(folder: string, maxBytes: number): Smb1Body {
  const ALL_ATTRIBUTES = 0x16;
  const MAX_ENTRIES = 256;
  const CLOSE_AFTER_REQUEST = 1;
  const DIRECTORY_INFO = 0x101;
  const pattern = utf16(`${folder ? `\\${folder}` : ''}\\*\0`);
  const fixed = [u16(ALL_ATTRIBUTES), u16(MAX_ENTRIES), u16(CLOSE_AFTER_REQUEST), u16(DIRECTORY_INFO), u32(0)];
  return encodeTransaction({ name: '', setup: [1], parameters: Buffer.concat([...fixed, pattern]), data: NOTHING, maxBytes });
}

/** TRANS2_QUERY_FS_INFORMATION for the attributes of the volume: MS-CIFS 2.2.6.4. */
export function encodeSmb1QueryVolume(): Smb1Body {
  const ATTRIBUTE_INFO = 0x105;
  return encodeTransaction({ name: '', setup: [3], parameters: u16(ATTRIBUTE_INFO), data: NOTHING, maxBytes: 1024 });
}

/** The data of a transaction's answer in one message: MS-CIFS 2.2.4.33.2 and 2.2.4.46.2. */
export const decodeTransaction = ({ words, whole }: Smb1Message): Buffer => whole.slice(words.u16(14), words.u16(12));
