import { randomBytes } from 'node:crypto';
import type { Facts, Mode } from '../../../model.js';
import type { DirectoryEntry } from '../../wire/smb/directory.js';
import { Access } from '../../wire/smb/smb2-file.js';
import { deniesAccess } from '../../wire/smb/status.js';
import type { Reply, Tree } from './session.js';

export type ShareAccess = Facts['smb.shares'][number]['guest'];
/** Yes, no, or neither. */
type May = boolean | null;

export const NOT_LOOKED_AT: ShareAccess = { connect: null, list: null, read: null, write: null, writeFoundBy: 'not looked at' };
export const SHUT_OUT: ShareAccess = { connect: false, list: false, read: false, write: false, writeFoundBy: 'granted-access' };
/** How many entries of a folder are tried before we give up. */
const MAX_FILES = 16;
const MAX_FOLDERS = 8;

/** What this session may do with a disk share that it is connected to. Opens and closes; reads and writes nothing. */
export async function assess(tree: Tree, modes: ReadonlySet<Mode>): Promise<ShareAccess> {
  const root = await tree.list('');
  const files = new FileTrial(tree);
  const list = may(root);
  const read = root.ok ? await mayRead(tree, files, root.value) : list === false ? await mayReadUnseen(tree) : null;
  const write = await mayWrite(tree, files, root);
  if (!modes.has('intrusive') || write.folder === undefined)
    return { connect: true, list, read, write: write.may, writeFoundBy: 'granted-access' };
  return { connect: true, list, read, write: await createsFile(tree, write.folder), writeFoundBy: 'file-created' };
}

/** A server that is out of handles, say, has neither allowed nor denied anything. */
function may(reply: Reply<unknown>): May {
  if (reply.ok) return true;
  return deniesAccess(reply.status) ? false : null;
}

/** Opens files for reading until one opens, and remembers whether any of them could be written to. */
class FileTrial {
  readonly answers: May[] = [];
  writable = false;

  constructor(readonly tree: Tree) {}

  async open(within: string, entries: readonly DirectoryEntry[]): Promise<void> {
    for (const { name } of entries.filter(({ folder }) => !folder).slice(0, MAX_FILES)) {
      const file = await touch(this.tree, within + name, Access.READ_DATA, 'file');
      this.answers.push(may(file));
      if (file.ok && allows(file.value, Access.ADD_FILE)) this.writable = true;
      if (file.ok) return;
    }
  }
}

/** A file that opens, at the top or one folder below. A share without any files counts by the right to list it. */
async function mayRead(tree: Tree, files: FileTrial, entries: readonly DirectoryEntry[]): Promise<May> {
  await files.open('', entries);
  const folders = entries.filter(({ folder }) => folder);
  const listed: May[] = [];
  for (const { name } of folders.slice(0, MAX_FOLDERS)) {
    if (files.answers.includes(true)) break;
    const inside = await tree.list(name);
    listed.push(may(inside));
    if (inside.ok) await files.open(`${name}\\`, inside.value);
  }
  if (files.answers.includes(true)) return true;
  if (files.answers.length === 0 && (folders.length === 0 || listed.includes(true))) return true;
  const allTried = entries.length === files.answers.length + listed.length && !listed.includes(true);
  return allTried && ![...files.answers, ...listed].includes(null) ? false : null;
}

/** A folder that cannot be listed may still be entered by those who know a name. */
async function mayReadUnseen(tree: Tree): Promise<May> {
  return may(await touch(tree, '', Access.TRAVERSE, 'folder')) === false ? false : null;
}

/** The verdict, and the folder where a file could be put to prove it. */
interface MayWrite {
  readonly may: May;
  readonly folder?: string;
}

/** Asks for the right to add a file, at the top and in its first folders. The rights of the share alone would mislead. */
async function mayWrite(tree: Tree, files: FileTrial, root: Reply<readonly DirectoryEntry[]>): Promise<MayWrite> {
  const top = root.ok ? await mayAddTo(tree, '') : await mayDropInto(tree);
  const folder = top ? '' : await folderToAddTo(tree, root.ok ? root.value : []);
  if (folder === undefined && !files.writable) return { may: top };
  const readOnly = await tree.isReadOnlyVolume();
  return readOnly.ok && readOnly.value ? { may: false } : { may: true, folder };
}

async function folderToAddTo(tree: Tree, entries: readonly DirectoryEntry[]): Promise<string | undefined> {
  for (const { name } of entries.filter(({ folder }) => folder).slice(0, MAX_FOLDERS)) {
    if ((await mayAddTo(tree, name)) === true) return name;
  }
  return undefined;
}

const mayAddTo = async (tree: Tree, folder: string): Promise<May> => may(await touch(tree, folder, Access.ADD_FILE, 'folder'));

/** Samba cannot open a folder that it may not list, and still adds files to it: there the rights that it tells count. */
async function mayDropInto(tree: Tree): Promise<May> {
  const added = await mayAddTo(tree, '');
  if (added !== false) return added;
  const entered = await touch(tree, '', Access.TRAVERSE, 'folder');
  if (!entered.ok) return may(entered);
  return entered.value === undefined ? null : allows(entered.value, Access.ADD_FILE);
}

const allows = (maximalAccess: number | undefined, access: number): boolean =>
  maximalAccess !== undefined && (maximalAccess & access) === access;

/** Opens and closes; gives the rights that the server tells. */
async function touch(tree: Tree, path: string, access: number, kind: 'file' | 'folder'): Promise<Reply<number | undefined>> {
  const file = await tree.open({ path, access: access | Access.READ_ATTRIBUTES, kind, how: 'open' });
  if (!file.ok) return file;
  await file.value.close();
  return { ok: true, value: file.value.maximalAccess };
}

/** Creates an empty file that the server deletes when we close it. Only with leave to be intrusive. */
async function createsFile(tree: Tree, folder: string): Promise<May> {
  const path = `${folder && `${folder}\\`}porosity-${randomBytes(8).toString('hex')}.tmp`;
  const file = await tree.open({ path, access: Access.ADD_FILE | Access.DELETE, kind: 'file', how: 'create-for-a-moment' });
  if (file.ok) await file.value.close();
  return may(file);
}
