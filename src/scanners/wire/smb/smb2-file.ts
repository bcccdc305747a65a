import { Fields, padding, u16, u32, u64, utf16 } from './fields.js';
import { SMB2_HEADER_BYTES, type Smb2Message } from './smb2-message.js';

/** Access mask: MS-SMB2 2.2.13.1. */
export const Access = {
  READ_DATA: 0x0000_0001,
  /** On a folder: FILE_LIST_DIRECTORY, the same bit. */
  LIST: 0x0000_0001,
  /** On a folder: FILE_ADD_FILE; on a file: FILE_WRITE_DATA. */
  ADD_FILE: 0x0000_0002,
  /** On a folder: pass through it to what lies below. */
  TRAVERSE: 0x0000_0020,
  READ_ATTRIBUTES: 0x0000_0080,
  DELETE: 0x0001_0000,
  /** Read and write of a named pipe. */
  PIPE: 0x0012_019f,
} as const;

/** One CREATE, in the words of MS-SMB2 2.2.13. */
export interface OpenRequest {
  /** Relative to the share, back slashes, empty for its root. */
  readonly path: string;
  readonly access: number;
  readonly kind: 'folder' | 'file' | 'pipe';
  /** `open` fails where nothing is there; `create` fails where something is, and deletes on close. */
  readonly how: 'open' | 'create-for-a-moment';
}

/** The two numbers of a CREATE that SMB1 and SMB2 share: MS-SMB2 2.2.13, MS-SMB 2.2.4.9. */
export function createNumbers({ kind, how }: OpenRequest): { readonly disposition: number; readonly options: number } {
  const DIRECTORY_FILE = 0x1;
  const NON_DIRECTORY_FILE = 0x40;
  const DELETE_ON_CLOSE = 0x1000;
  const options = { folder: DIRECTORY_FILE, file: NON_DIRECTORY_FILE, pipe: 0 }[kind];
  return how === 'open' ? { disposition: 1, options } : { disposition: 2, options: options | DELETE_ON_CLOSE };
}
/** Everybody else may go on reading, writing and deleting. */
export const SHARE_ALL = 0x7;

/** CREATE request that also asks what else would be allowed (MxAc): MS-SMB2 2.2.13 and 2.2.13.2.5. */
export function encodeCreate(request: OpenRequest): Buffer {
  const STRUCTURE_SIZE = 57;
  const IMPERSONATION = 2;
  const NAME_AT = SMB2_HEADER_BYTES + 56;
  const { disposition, options } = createNumbers(request);
  const name = utf16(request.path);
  const gap = padding(NAME_AT + name.length, 8);
  const context = Buffer.concat([u32(0), u16(16), u16(MAXIMAL_ACCESS.length), u16(0), u16(0), u32(0), MAXIMAL_ACCESS, Buffer.alloc(4)]);
  return Buffer.concat([
    u16(STRUCTURE_SIZE),
    Buffer.from([0, 0]),
    u32(IMPERSONATION),
    u64(0n),
    u64(0n),
    u32(request.access),
    u32(0),
    u32(SHARE_ALL),
    u32(disposition),
    u32(options),
    u16(NAME_AT),
    u16(name.length),
    u32(NAME_AT + name.length + gap.length),
    u32(context.length),
    name,
    gap,
    context,
  ]);
}
const MAXIMAL_ACCESS = Buffer.from('MxAc', 'latin1');

/** CREATE response: MS-SMB2 2.2.14. `maximalAccess` is undefined where the server does not tell. */
export function decodeCreate({ body, whole }: Smb2Message): { readonly id: Buffer; readonly maximalAccess: number | undefined } {
  const id = body.slice(64, 16);
  const contexts = body.u32(84) === 0 ? undefined : new Fields(whole.slice(body.u32(80), body.u32(84)));
  return { id, maximalAccess: contexts && maximalAccessIn(contexts) };
}

/** SMB2_CREATE_QUERY_MAXIMAL_ACCESS_RESPONSE: MS-SMB2 2.2.14.2.5. */
function maximalAccessIn(contexts: Fields): number | undefined {
  for (let at = 0, next = -1; next !== 0; at += next) {
    next = contexts.u32(at);
    const name = contexts.slice(at + contexts.u16(at + 4), contexts.u16(at + 6));
    const dataAt = at + contexts.u16(at + 10);
    if (name.equals(MAXIMAL_ACCESS)) return contexts.u32(dataAt) === 0 ? contexts.u32(dataAt + 4) : undefined;
  }
  return undefined;
}

/** CLOSE request: MS-SMB2 2.2.15. */
export const encodeClose = (fileId: Buffer): Buffer => Buffer.concat([u16(24), u16(0), u32(0), fileId]);

/** QUERY_DIRECTORY request for everything in an open folder: MS-SMB2 2.2.33. */
export function encodeQueryDirectory(fileId: Buffer, maxBytes: number): Buffer {
  const STRUCTURE_SIZE = 33;
  const DIRECTORY_INFORMATION = 1;
  const pattern = utf16('*');
  return Buffer.concat([
    u16(STRUCTURE_SIZE),
    Buffer.from([DIRECTORY_INFORMATION, 0]),
    u32(0),
    fileId,
    u16(SMB2_HEADER_BYTES + 32),
    u16(pattern.length),
    u32(maxBytes),
    pattern,
  ]);
}

/** QUERY_INFO request for the attributes of the volume (FileFsAttributeInformation): MS-SMB2 2.2.37. */
export function encodeQueryVolume(fileId: Buffer): Buffer {
  const STRUCTURE_SIZE = 41;
  const FILESYSTEM = 2;
  const ATTRIBUTE_INFORMATION = 5;
  const MAX_BYTES = 1024;
  return Buffer.concat([
    u16(STRUCTURE_SIZE),
    Buffer.from([FILESYSTEM, ATTRIBUTE_INFORMATION]),
    u32(MAX_BYTES),
    Buffer.alloc(16),
    fileId,
    Buffer.alloc(1),
  ]);
}

/** The buffer of a QUERY_DIRECTORY or QUERY_INFO response: MS-SMB2 2.2.34 and 2.2.38. */
export const decodeQueried = ({ body, whole }: Smb2Message): Buffer => whole.slice(body.u16(2), body.u32(4));

/** IOCTL request that writes to a named pipe and waits for its answer (FSCTL_PIPE_TRANSCEIVE): MS-SMB2 2.2.31. */
export function encodeTransceive(fileId: Buffer, input: Buffer, maxBytes: number): Buffer {
  const STRUCTURE_SIZE = 57;
  const PIPE_TRANSCEIVE = 0x0011_c017;
  const IS_FSCTL = 1;
  const INPUT_AT = SMB2_HEADER_BYTES + 56;
  return Buffer.concat([
    u16(STRUCTURE_SIZE),
    u16(0),
    u32(PIPE_TRANSCEIVE),
    fileId,
    u32(INPUT_AT),
    u32(input.length),
    u32(0),
    u32(INPUT_AT),
    u32(0),
    u32(maxBytes),
    u32(IS_FSCTL),
    u32(0),
    input,
  ]);
}

/** IOCTL response: MS-SMB2 2.2.32. */
export const decodeTransceived = ({ body, whole }: Smb2Message): Buffer => whole.slice(body.u32(32), body.u32(36));

/** READ request: MS-SMB2 2.2.19. */
export function encodeRead(fileId: Buffer, maxBytes: number): Buffer {
  const STRUCTURE_SIZE = 49;
  const DATA_AT = 0x50;
  return Buffer.concat([u16(STRUCTURE_SIZE), Buffer.from([DATA_AT, 0]), u32(maxBytes), u64(0n), fileId, Buffer.alloc(17)]);
}

/** READ response: MS-SMB2 2.2.20. */
export const decodeRead = ({ body, whole }: Smb2Message): Buffer => whole.slice(body.u8(2), body.u32(4));
