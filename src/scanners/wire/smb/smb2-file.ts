import { u16, u32, u64, utf16 } from './fields.js';
import { SMB2_HEADER_BYTES, type Smb2Message } from './smb2-message.js';

/** Access mask: MS-SMB2 2.2.13.1. */
export const Access = {
  READ_DATA: 0x0000_0001,
  /** On a folder: FILE_LIST_DIRECTORY, the same bit. */
  LIST: 0x0000_0001,
  /** On a folder: FILE_ADD_FILE; on a file: FILE_WRITE_DATA. */
  ADD_FILE: 0x0000_0002,
  READ_ATTRIBUTES: 0x0000_0080,
  DELETE: 0x0001_0000,
  SYNCHRONIZE: 0x0010_0000,
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
  const SYNCHRONOUS = 0x20;
  const NON_DIRECTORY_FILE = 0x40;
  const DELETE_ON_CLOSE = 0x1000;
  const options = { folder: DIRECTORY_FILE | SYNCHRONOUS, file: NON_DIRECTORY_FILE, pipe: 0 }[kind];
  return how === 'open' ? { disposition: 1, options } : { disposition: 2, options: options | DELETE_ON_CLOSE };
}
/** Everybody else may go on reading, writing and deleting. */
export const SHARE_ALL = 0x7;

/** CREATE request: MS-SMB2 2.2.13. */
export function encodeCreate(request: OpenRequest): Buffer {
  const STRUCTURE_SIZE = 57;
  const IMPERSONATION = 2;
  const NAME_AT = SMB2_HEADER_BYTES + 56;
  const { disposition, options } = createNumbers(request);
  const name = utf16(request.path);
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
    u32(0),
    u32(0),
    name.length ? name : Buffer.alloc(1),
  ]);
}

/** CREATE response: MS-SMB2 2.2.14; the file id is all we need. */
export const decodeCreate = ({ body }: Smb2Message): Buffer => body.slice(64, 16);

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
