import { ProbeError } from '../../../errors.js';
import { Fields } from './fields.js';

const DIRECTORY = 0x10;
const READ_ONLY_VOLUME = 0x0008_0000;

export interface DirectoryEntry {
  readonly name: string;
  readonly folder: boolean;
}

/** FileDirectoryInformation, the entries of a folder without `.` and `..`: MS-FSCC 2.4.10. */
export function decodeEntries(bytes: Buffer): readonly DirectoryEntry[] {
  const NAME_AT = 64;
  const list = new Fields(bytes);
  const entries: DirectoryEntry[] = [];
  for (let at = 0, next = -1; next !== 0 && at < bytes.length; at += next) {
    next = list.u32(at);
    const nameBytes = list.u32(at + 60);
    // Entries that overlap would make megabytes of names out of one message.
    if (next !== 0 && next < NAME_AT + nameBytes) throw new ProbeError('protocol', 'a folder entry that reaches into the next');
    const name = list.slice(at + NAME_AT, nameBytes).toString('utf16le');
    if (name !== '.' && name !== '..') entries.push({ name, folder: (list.u32(at + 56) & DIRECTORY) !== 0 });
  }
  return entries;
}

/** FileFsAttributeInformation: whether the whole volume is mounted read-only (MS-FSCC 2.5.1). */
export const isReadOnlyVolume = (bytes: Buffer): boolean => (new Fields(bytes).u32(0) & READ_ONLY_VOLUME) !== 0;
