import { ProbeError } from '../../../errors.js';
import { Fields, padding, u32, utf16 } from './fields.js';

/** srvsvc, in wire order, and its version: MS-SRVS 1.9. */
export const SRVSVC = Buffer.from('c84f324b7016d30112785a47bf6ee188', 'hex');
export const SRVSVC_VERSION = 3;
export const NET_SHARE_ENUM = 15;
const INFO_1 = 1;
const SOME_POINTER = 0x0002_0000;

/** SHARE_INFO_1: MS-SRVS 2.2.4.23. */
export interface ListedShare {
  readonly name: string;
  readonly comment: string;
  readonly type: 'disk' | 'printer' | 'device' | 'ipc' | 'other';
  readonly hidden: boolean;
}

/** NetrShareEnum request at level 1: MS-SRVS 3.1.4.8. */
export function encodeNetShareEnum(server: string): Buffer {
  const AS_MUCH_AS_YOU_LIKE = 0xffff_ffff;
  const name = utf16(`\\\\${server}\0`);
  const characters = u32(name.length / 2);
  return Buffer.concat([
    u32(SOME_POINTER),
    characters,
    u32(0),
    characters,
    name,
    padding(name.length, 4),
    u32(INFO_1),
    u32(INFO_1),
    u32(SOME_POINTER),
    u32(0),
    u32(0),
    u32(AS_MUCH_AS_YOU_LIKE),
    u32(0),
  ]);
}

/** The list, and the Win32 error the call ended with (0 where the list is whole): MS-SRVS 3.1.4.8. */
export function decodeNetShareEnum(stub: Buffer, maxShares: number): { readonly shares: readonly ListedShare[]; readonly error: number } {
  const fields = new Fields(stub);
  const error = fields.u32(stub.length - 4);
  const hasContainer = fields.u32(8) !== 0;
  if (!hasContainer || fields.u32(12) === 0 || fields.u32(16) === 0) return { shares: [], error };
  const ENTRIES_AT = 24;
  const ENTRY_BYTES = 12;
  const count = fields.u32(12);
  // The entries must be there before any of them is read: a claimed count costs nothing.
  fields.slice(ENTRIES_AT, count * ENTRY_BYTES);
  const shares: ListedShare[] = [];
  let at = ENTRIES_AT + count * ENTRY_BYTES;
  const nextString = (pointer: number): string => {
    if (pointer === 0) return '';
    const { text, end } = ndrString(fields, at);
    at = end;
    return text;
  };
  for (let index = 0; index < Math.min(count, maxShares); index++) {
    const entry = fields.from(ENTRIES_AT + index * ENTRY_BYTES);
    const name = nextString(entry.u32(0));
    shares.push({ name, comment: nextString(entry.u32(8)), ...shareKind(name, entry.u32(4)) });
  }
  return { shares, error };
}

/** A conformant varying string: C706 14.3.4. */
function ndrString(fields: Fields, at: number): { readonly text: string; readonly end: number } {
  const HEADER_BYTES = 12;
  const bytes = fields.u32(at + 8) * 2;
  const text = fields.slice(at + HEADER_BYTES, bytes).toString('utf16le');
  const end = at + HEADER_BYTES + bytes;
  return { text: text.split('\0')[0] ?? '', end: end + ((4 - (end % 4)) % 4) };
}

/** MS-SRVS 2.2.2.4: low bits the kind, the top bit for what is kept out of sight. */
function shareKind(name: string, type: number): Pick<ListedShare, 'type' | 'hidden'> {
  const SPECIAL = 0x8000_0000;
  const kinds = ['disk', 'printer', 'device', 'ipc'] as const;
  return { type: kinds[type & 0x0fff_ffff] ?? 'other', hidden: (type & SPECIAL) !== 0 || name.endsWith('$') };
}

/** For servers that refuse the pipe but answer the call itself: MS-ERREF 2.2, ERROR_ACCESS_DENIED. */
export function expectListed({ error }: { readonly error: number }): void {
  const MORE_DATA = 234;
  if (error !== 0 && error !== MORE_DATA) throw new ProbeError('refused', `NetShareEnum error ${error}`);
}
