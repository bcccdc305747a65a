import { randomBytes } from 'node:crypto';
import { padding, u16, u32, u64, utf16 } from '../../scanners/wire/smb/fields.js';
import { filetimeOf } from '../../scanners/wire/smb/filetime.js';
import { SMB2_HEADER_BYTES } from '../../scanners/wire/smb/smb2-message.js';
import { ContextType, encodeContext, joinAligned, SMB_3_1_1 } from '../../scanners/wire/smb/smb2-negotiate.js';

const MAX_TRANSFER_BYTES = 64 * 1024;
const FOLDER = 0x10;
const ARCHIVE = 0x20;

/** NEGOTIATE response that enables signing and does not require it: MS-SMB2 2.2.4. */
export function negotiateAnswer(dialect: number, netbiosName: string): Buffer {
  const STRUCTURE_SIZE = 65;
  const SIGNING_ENABLED = 1;
  const ENCRYPTION = 0x40;
  const CONTEXTS_AT = SMB2_HEADER_BYTES + 64;
  const contexts = dialect === SMB_3_1_1 ? [preauthContext(), encodeContext(ContextType.ENCRYPTION, Buffer.concat([u16(1), u16(1)]))] : [];
  // Samba makes its server GUID of its name.
  const guid = Buffer.alloc(16);
  guid.write(netbiosName.toLowerCase(), 'latin1');
  return Buffer.concat([
    u16(STRUCTURE_SIZE),
    u16(SIGNING_ENABLED),
    u16(dialect),
    u16(contexts.length),
    guid,
    u32(dialect === 0x0300 || dialect === 0x0302 ? ENCRYPTION : 0),
    u32(MAX_TRANSFER_BYTES),
    u32(MAX_TRANSFER_BYTES),
    u32(MAX_TRANSFER_BYTES),
    u64(filetimeOf(new Date())),
    u64(0n),
    u16(CONTEXTS_AT),
    u16(0),
    u32(contexts.length ? CONTEXTS_AT : 0),
    joinAligned(contexts),
  ]);
}

function preauthContext(): Buffer {
  const SHA_512 = 1;
  const SALT_BYTES = 32;
  return encodeContext(ContextType.PREAUTH_INTEGRITY, Buffer.concat([u16(1), u16(SALT_BYTES), u16(SHA_512), randomBytes(SALT_BYTES)]));
}

/** SESSION_SETUP response: MS-SMB2 2.2.6. */
export const sessionAnswer = (guest: boolean, token: Buffer): Buffer =>
  Buffer.concat([u16(9), u16(guest ? 1 : 0), u16(SMB2_HEADER_BYTES + 8), u16(token.length), token]);

/** TREE_CONNECT response: MS-SMB2 2.2.10. */
export function treeAnswer(type: 'disk' | 'pipe', writable: boolean): Buffer {
  const [FULL, READ] = [0x001f_01ff, 0x001f_00a9];
  return Buffer.concat([u16(16), Buffer.from([type === 'disk' ? 1 : 2, 0]), u32(0), u32(0), u32(writable ? FULL : READ)]);
}

/** CREATE response: MS-SMB2 2.2.14. */
export function createAnswer(fileId: Buffer, folder: boolean): Buffer {
  const OPENED = 1;
  const times = Buffer.alloc(32);
  return Buffer.concat([
    u16(89),
    u16(0),
    u32(OPENED),
    times,
    u64(0n),
    u64(0n),
    u32(folder ? FOLDER : ARCHIVE),
    u32(0),
    fileId,
    u32(0),
    u32(0),
  ]);
}

/** CLOSE response: MS-SMB2 2.2.16. */
export const closeAnswer = (): Buffer => Buffer.concat([u16(60), Buffer.alloc(58)]);
/** TREE_DISCONNECT, LOGOFF and ECHO responses: MS-SMB2 2.2.12, 2.2.8 and 2.2.29. */
export const emptyAnswer = (): Buffer => Buffer.concat([u16(4), u16(0)]);
/** ERROR response: MS-SMB2 2.2.2. */
export const errorAnswer = (): Buffer => Buffer.concat([u16(9), Buffer.alloc(7)]);
/** QUERY_DIRECTORY and QUERY_INFO responses: MS-SMB2 2.2.34 and 2.2.38. */
export const queryAnswer = (data: Buffer): Buffer => Buffer.concat([u16(9), u16(SMB2_HEADER_BYTES + 8), u32(data.length), data]);

/** IOCTL response: MS-SMB2 2.2.32. */
export function ioctlAnswer(code: number, fileId: Buffer, output: Buffer): Buffer {
  const OUTPUT_AT = SMB2_HEADER_BYTES + 48;
  return Buffer.concat([u16(49), u16(0), u32(code), fileId, u32(OUTPUT_AT), u32(0), u32(OUTPUT_AT), u32(output.length), u64(0n), output]);
}

/** Where the name stands in the entries of a directory listing, by information class: MS-FSCC 2.4. */
export const NAME_AT: Readonly<Record<number, number>> = { 1: 64, 2: 68, 3: 94, 37: 104, 38: 80 };

/** The entries of a folder without sizes and dates: MS-FSCC 2.4.10 and its longer relatives. */
export function directoryEntries(names: readonly string[], nameAt: number): Buffer {
  const FOLDERS = ['.', '..'];
  const all = [...FOLDERS, ...names];
  return Buffer.concat(
    all.map((text, index) => {
      const name = utf16(text);
      const length = nameAt + name.length;
      const padded = length + padding(length, 8).length;
      const last = index === all.length - 1;
      const entry = Buffer.alloc(last ? length : padded);
      entry.writeUInt32LE(last ? 0 : padded, 0);
      entry.writeUInt32LE(FOLDERS.includes(text) ? FOLDER : ARCHIVE, 56);
      entry.writeUInt32LE(name.length, 60);
      name.copy(entry, nameAt);
      return entry;
    }),
  );
}

/** FileFsAttributeInformation: MS-FSCC 2.5.1. */
export function volumeAttributes(): Buffer {
  const CASE_PRESERVED_UNICODE = 0x6;
  const name = utf16('NTFS');
  return Buffer.concat([u32(CASE_PRESERVED_UNICODE), u32(255), u32(name.length), name]);
}
