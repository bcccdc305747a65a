import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../../src/model.js';
import { openFolder } from '../../../src/scanners/config/folder.js';
import samba from '../../../src/scanners/config/samba.js';
import { factOf, writeFolder } from '../../support/folder.js';

type Config = Facts['smb.config'];
const read = async (files: string | Record<string, string>) =>
  factOf(await samba.read(openFolder(writeFolder(typeof files === 'string' ? { 'smb.conf': files } : files))), 'smb.config') as Config;
const shares = async (files: Parameters<typeof read>[0]) =>
  (await read(files)).shares.map(({ name, guest, writable, guestShutOut }) =>
    [name, guest.value ? 'guest' : 'users', writable.value ? 'rw' : 'ro', ...(guestShutOut ? ['shut out'] : [])].join(' '),
  );

// Compared with testparm and smbd of Samba 4.17.
describe('as Samba reads it', () => {
  test('synonyms, spaces and case in names', async () => {
    expect(
      await shares(
        '[global]\n[Config]\n Public = YES\n write ok=1\n[b]\nGuest  Ok = true\nread only = No\n[c]\nwritable = on\nguestok = off\n',
      ),
    ).toEqual(['Config guest rw', 'b guest rw', 'c users rw']);
  });

  test('read only by default, users by default; `guest only` lets guests in', async () => {
    expect(await shares('[a]\npath = /a\n[b]\nguest only = yes\n')).toEqual(['a users ro', 'b guest ro']);
  });

  test('[global] values are defaults of the shares after it, and come before any section, too', async () => {
    expect(await shares('guest ok = yes\n[a]\n[global]\nwriteable = yes\n[b]\nguest ok = no\n')).toEqual(['a guest ro', 'b users rw']);
  });

  test('a section that comes twice is one, copies copy, the last assignment wins', async () => {
    expect(await shares('[a]\nguest ok = yes\n[B]\ncopy = a\n[A]\nread only = no\nread only = yes\n')).toEqual([
      'a guest ro',
      'B guest ro',
    ]);
  });

  test('comments and joined lines', async () => {
    expect(await shares('; [x]\n# [y]\n[a]\n guest \\\n ok = yes\n')).toEqual(['a guest ro']);
    expect(await read('[a]\nguest ok = yes ; not a comment\n')).toMatchObject({
      shares: [{ guest: { value: null, unresolved: 'its value is no boolean', place: { line: 2 } } }],
    });
  });

  test('users only, by name', async () => {
    expect(
      await shares(
        '[a]\nguest ok = yes\nvalid users = bob\n[b]\nguest ok = yes\ninvalid users = root, nobody\n[c]\nguest ok = yes\nvalid users = nobody bob\n',
      ),
    ).toEqual(['a guest ro shut out', 'b guest ro shut out', 'c guest ro']);
    expect(await shares('[global]\nguest account = ftp\n[a]\nguest ok = yes\ninvalid users = ftp\n')).toEqual(['a guest ro shut out']);
  });

  test('a share that is not available is none', async () => {
    expect(await shares('[a]\navailable = no\nguest ok = yes\n')).toEqual([]);
  });

  test('includes are read where they stand; what is not here is named', async () => {
    const {
      shares: found,
      unread,
      minProtocol,
      signing,
    } = await read({
      'etc/samba/smb.conf':
        '[global]\nserver min protocol = NT1\ninclude = /etc/samba/shares.conf\nserver signing = mandatory\n[z]\ninclude = /etc/samba/%m.conf\ninclude = registry\n',
      'etc/samba/shares.conf': '[inc]\npublic = yes\n',
    });
    expect(found.map(({ name, place }) => [name, place])).toEqual([
      ['inc', { file: 'etc/samba/shares.conf', line: 1 }],
      ['z', { file: 'etc/samba/smb.conf', line: 5 }],
    ]);
    // The included file ended inside [inc], so what follows belongs there.
    expect([minProtocol.value, signing.value]).toEqual(['nt1', null]);
    expect(unread).toEqual([
      '/etc/samba/%m.conf (etc/samba/smb.conf:6) is not in the folder',
      'registry (etc/samba/smb.conf:7) is not in the folder',
    ]);
  });

  test('a circle ends', async () => {
    expect((await read('[global]\ninclude = smb.conf\n')).unread).toEqual(['smb.conf: includes itself']);
  });
});

test('by shape, not by name', async () => {
  expect(await shares({ 'samba-backup.conf': '[global]\n workgroup = HOME\n[a]\nguest ok = yes\n' })).toEqual(['a guest ro']);
  expect(await samba.read(openFolder(writeFolder({ 'x.conf': '[global]\nlisten = 1\n' })))).toBeUndefined();
});
