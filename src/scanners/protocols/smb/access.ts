import { randomBytes } from 'node:crypto';
import type { Facts, Mode } from '../../../model.js';
import type { DirectoryEntry } from '../../wire/smb/directory.js';
import { Access } from '../../wire/smb/smb2-file.js';
import { deniesAccess } from '../../wire/smb/status.js';
import type { Reply, Tree } from './session.js';

export type ShareAccess = Facts['smb.shares'][number]['guest'];
type May = boolean | null;

export const NOT_LOOKED_AT: ShareAccess = { connect: null, list: null, read: null, write: null, writeFoundBy: 'not looked at' };
export const SHUT_OUT: ShareAccess = { connect: false, list: false, read: false, write: false, writeFoundBy: 'granted-access' };
/** Of each kind, how many entries of a folder are tried before we give up. */
const TRIES = 4;
const TRAVERSE = 0x20;

/** What this session may do with a disk share it is connected to. Opens and closes; reads and writes nothing. */
export async function assess(tree: Tree, modes: ReadonlySet<Mode>): Promise<ShareAccess> {
  const root = await tree.list('');
  const entries = root.ok ? root.value : [];
  const folders = entries.filter(({ folder }) => folder).slice(0, TRIES);
  const write = await mayWrite(tree, folders);
  const intrusive = modes.has('intrusive') && write;
  return {
    connect: true,
    list: may(root),
    read: root.ok ? await mayRead(tree, entries, folders) : await mayReadUnseen(tree, root),
    write: intrusive ? await createsFile(tree) : write,
    writeFoundBy: intrusive ? 'file-created' : 'granted-access',
  };
}

/** Yes, no, or neither: a server that is out of handles has not denied anything. */
function may(reply: Reply<unknown>): May {
  if (reply.ok) return true;
  return deniesAccess(reply.status) ? false : null;
}

/** Opens files for reading until one opens; an empty share counts by the right to read its root, which listing needed. */
async function mayRead(tree: Tree, entries: readonly DirectoryEntry[], folders: readonly DirectoryEntry[]): Promise<May> {
  const answers: May[] = [];
  const tryFiles = async (within: string, list: readonly DirectoryEntry[]) => {
    for (const { name } of list.filter(({ folder }) => !folder).slice(0, TRIES)) {
      answers.push(may(await opens(tree, within + name, Access.READ_DATA, 'file')));
      if (answers.includes(true)) return;
    }
  };
  await tryFiles('', entries);
  for (const { name } of folders) {
    if (answers.includes(true)) break;
    const inside = await tree.list(name);
    if (inside.ok) await tryFiles(`${name}\\`, inside.value);
  }
  if (answers.length === 0 || answers.includes(true)) return true;
  const allTried = entries.filter(({ folder }) => !folder).length === answers.length && entries.length === answers.length;
  return allTried && !answers.includes(null) ? false : null;
}

/** A folder that cannot be listed may still be entered by those who know a name. */
async function mayReadUnseen(tree: Tree, root: Reply<unknown>): Promise<May> {
  if (may(root) === null) return null;
  return may(await opens(tree, '', TRAVERSE, 'folder')) === false ? false : null;
}

/** Asks for the right to add a file, at the root and in its first folders. Rights of the share alone would mislead. */
async function mayWrite(tree: Tree, folders: readonly DirectoryEntry[]): Promise<May> {
  let root: May = null;
  for (const path of ['', ...folders.map(({ name }) => name)]) {
    const answer = may(await opens(tree, path, Access.ADD_FILE, 'folder'));
    if (answer) {
      const readOnly = await tree.isReadOnlyVolume();
      return !(readOnly.ok && readOnly.value);
    }
    if (path === '') root = answer;
  }
  return root;
}

async function opens(tree: Tree, path: string, access: number, kind: 'file' | 'folder'): Promise<Reply<unknown>> {
  const file = await tree.open({ path, access: access | Access.READ_ATTRIBUTES, kind, how: 'open' });
  if (file.ok) await file.value.close();
  return file;
}

/** Creates an empty file that the server deletes when we close it. Only with leave to be intrusive. */
async function createsFile(tree: Tree): Promise<May> {
  const path = `porosity-${randomBytes(8).toString('hex')}.tmp`;
  const file = await tree.open({ path, access: Access.ADD_FILE | Access.DELETE, kind: 'file', how: 'create-for-a-moment' });
  if (file.ok) await file.value.close();
  return may(file);
}
