import { describe, expect, test } from '@jest/globals';
import type { Mode } from '../../../src/model.js';
import { assess } from '../../../src/scanners/protocols/smb/access.js';
import { denied, granted, type OpenFile, type Tree } from '../../../src/scanners/protocols/smb/session.js';
import { Access } from '../../../src/scanners/wire/smb/smb2-file.js';
import { Status } from '../../../src/scanners/wire/smb/status.js';
import { may } from '../../support/smb-facts.js';

const { LIST, READ_DATA, ADD_FILE, TRAVERSE } = Access;

interface Item {
  /** Rights that an open is granted. */
  readonly rights: number;
  /** What the server says would be allowed; nothing where it does not tell. */
  readonly told?: number;
  readonly status?: number;
}
interface Disk {
  readonly items: Readonly<Record<string, Item>>;
  readonly readOnlyVolume?: boolean;
  /** May a new file be created, and where. */
  readonly created?: string[];
}

/** A share held in memory: paths with a trailing backslash are folders, `\` is its root. */
function treeOf({ items, readOnlyVolume = false, created }: Disk): Tree {
  const find = (path: string) => items[path === '' ? '\\' : path] ?? items[`${path}\\`];
  return {
    type: 'disk',
    open: async ({ path, access, how }) => {
      if (how === 'create-for-a-moment') {
        created?.push(path);
        return created ? granted(fileWith(undefined)) : denied(Status.ACCESS_DENIED);
      }
      const item = find(path);
      if (!item) return denied(Status.OBJECT_NAME_NOT_FOUND);
      if (item.status) return denied(item.status);
      const wanted = access & ~Access.READ_ATTRIBUTES;
      return (item.rights & wanted) === wanted ? granted(fileWith(item.told)) : denied(Status.ACCESS_DENIED);
    },
    list: async (folder) => {
      const item = find(folder);
      if (item?.status) return denied(item.status);
      if (!item || !(item.rights & LIST)) return denied(Status.ACCESS_DENIED);
      const prefix = folder === '' ? '' : `${folder}\\`;
      const inside = Object.keys(items).filter(
        (path) => path !== '\\' && path.startsWith(prefix) && /^[^\\]+\\?$/.test(path.slice(prefix.length)),
      );
      return granted(inside.map((path) => ({ name: path.slice(prefix.length).replace('\\', ''), folder: path.endsWith('\\') })));
    },
    isReadOnlyVolume: async () => granted(readOnlyVolume),
    disconnect: async () => undefined,
  };
}

const fileWith = (maximalAccess: number | undefined): OpenFile => ({
  maximalAccess,
  transceive: async () => Buffer.alloc(0),
  read: async () => Buffer.alloc(0),
  close: async () => undefined,
});

const ENTER = LIST | TRAVERSE;
const OPEN = { rights: ENTER | ADD_FILE };
const CLOSED = { rights: 0 };
const READ_ONLY = { rights: ENTER };
const READABLE = { rights: READ_DATA };

describe('what may be done with a share', () => {
  test.each<[string, string, Disk['items']]>([
    ['writable', 'yyyy', { '\\': OPEN, 'a.yaml': READABLE }],
    ['writable as a share, its folder not', 'yyyn', { '\\': READ_ONLY, 'a.yaml': READABLE }],
    ['empty', 'yyyn', { '\\': READ_ONLY }],
    ['closed', 'ynnn', { '\\': CLOSED }],
    ['listable, its files not readable', 'yynn', { '\\': READ_ONLY, 'secrets.yaml': CLOSED }],
    ['with one readable file among others', 'yyyn', { '\\': READ_ONLY, 'secrets.yaml': CLOSED, 'b.yaml': READABLE }],
    ['with a readable file in a folder', 'yyyn', { '\\': READ_ONLY, 'in\\': READ_ONLY, 'in\\a': READABLE, 'b.yaml': CLOSED }],
    ['with nothing but closed folders', 'yynn', { '\\': READ_ONLY, 'in\\': CLOSED }],
    ['with a folder that is writable', 'yyyy', { '\\': READ_ONLY, 'in\\': OPEN, 'in\\a': READABLE }],
    ['with a file that is writable', 'yyyy', { '\\': READ_ONLY, a: { rights: READ_DATA, told: READ_DATA | ADD_FILE } }],
    ['a drop box', 'yn?y', { '\\': { rights: TRAVERSE, told: TRAVERSE | ADD_FILE } }],
    ['to be entered by those who know a name', 'yn?n', { '\\': { rights: TRAVERSE, told: TRAVERSE } }],
    ['the same on a server that tells no rights', 'yn??', { '\\': { rights: TRAVERSE } }],
    ['on a server that is out of handles', 'y???', { '\\': { rights: 0, status: 0xc000_009a } }],
    ['with a file that somebody holds', 'yy?n', { '\\': READ_ONLY, a: { rights: 0, status: Status.SHARING_VIOLATION } }],
  ])('%s: %s', async (_name, letters, items) => {
    expect(await assess(treeOf({ items }), new Set<Mode>(['passive']))).toEqual(may(letters));
  });

  test('more unreadable files than are tried leave the question open', async () => {
    const items = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f${index}`, CLOSED]));
    expect(await assess(treeOf({ items: { '\\': READ_ONLY, ...items } }), new Set())).toEqual(may('yy?n'));
  });

  test('a volume that is mounted read-only is not writable whatever the rights say', async () => {
    expect(await assess(treeOf({ items: { '\\': OPEN }, readOnlyVolume: true }), new Set())).toEqual(may('yyyn'));
  });
});

describe('with leave to be intrusive', () => {
  const modes = new Set<Mode>(['passive', 'active', 'intrusive']);

  test('a file is created where the right was granted', async () => {
    const created: string[] = [];
    const items = { '\\': READ_ONLY, 'in\\': OPEN, 'in\\a': READABLE };
    expect(await assess(treeOf({ items, created }), modes)).toEqual({ ...may('yyyy'), writeFoundBy: 'file-created' });
    expect(created).toEqual([expect.stringMatching(/^in\\porosity-[0-9a-f]{16}\.tmp$/)]);
  });

  test('a file that cannot be created has the last word', async () => {
    expect(await assess(treeOf({ items: { '\\': OPEN } }), modes)).toEqual({ ...may('yyyn'), writeFoundBy: 'file-created' });
  });

  test('nothing is created where nothing was granted', async () => {
    const created: string[] = [];
    expect(await assess(treeOf({ items: { '\\': READ_ONLY }, created }), modes)).toEqual(may('yyyn'));
    expect(created).toEqual([]);
  });
});
