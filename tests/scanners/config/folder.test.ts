import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { FOLDER_LIMITS, openFolder } from '../../../src/scanners/config/folder.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'porosity-folder-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const put = (path: string, text: string | Buffer): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
const textOf = (path: string) => openFolder(root).find(path)!.text();

test('lists files with their size and mode, and the folders', async () => {
  put('configuration.yaml', 'a: 1\n');
  put('packages/x.yaml', 'b: 2\n');
  put('.git/HEAD', 'ref');
  chmodSync(join(root, 'configuration.yaml'), 0o640);
  const folder = openFolder(root);
  expect(folder.files.map(({ path, bytes, mode }) => [path, bytes, mode! & 0o700])).toEqual([
    ['configuration.yaml', 5, 0o600],
    ['packages/x.yaml', 5, 0o600],
  ]);
  expect(folder.find('configuration.yaml')!.mode).toBe(0o640);
  expect([...folder.directories.keys()]).toEqual(['', '.git', 'packages']);
  expect(folder.under('packages').map(({ path }) => path)).toEqual(['packages/x.yaml']);
  expect(await folder.files[0]!.text()).toBe('a: 1\n');
});

test('one named file: only that one is audited, those beside it can be included', async () => {
  put('sshd_config', 'Include sshd_config.d/*.conf\n');
  put('sshd_config.d/10.conf', 'Port 22\n');
  const folder = openFolder(join(root, 'sshd_config'));
  expect(folder.files.map(({ path }) => path)).toEqual(['sshd_config']);
  expect(await folder.find('sshd_config.d/10.conf')!.text()).toBe('Port 22\n');
});

test('a link inside the folder is read, one that leaves it is not', async () => {
  put('available/site', 'server {}');
  symlinkSync('available/site', join(root, 'enabled'));
  symlinkSync('/etc/hostname', join(root, 'outside'));
  expect(await textOf('enabled')).toBe('server {}');
  await expect(textOf('outside')).rejects.toThrow('outside: a link that leaves the folder');
});

test('a folder whose name begins like the root is outside', async () => {
  put('real/a.yaml', 'x: 1');
  put('real-secret/b.yaml', 'y: 2');
  symlinkSync('../real-secret/b.yaml', join(root, 'real/link.yaml'));
  await expect(openFolder(join(root, 'real')).find('link.yaml')!.text()).rejects.toThrow('leaves the folder');
});

test('links in a circle end, and say so', async () => {
  symlinkSync('b', join(root, 'a'));
  symlinkSync('a', join(root, 'b'));
  mkdirSync(join(root, 'd'));
  symlinkSync('..', join(root, 'd', 'up'));
  const folder = openFolder(root);
  expect(folder.files.map(({ path }) => path)).toEqual(['a', 'b', 'd/up']);
  await expect(folder.find('a')!.text()).rejects.toThrow('a loop of links');
  await expect(folder.find('d/up')!.text()).rejects.toThrow('a link to a folder');
});

test('pipes are never opened', async () => {
  try {
    execFileSync('mkfifo', [join(root, 'pipe')]);
  } catch {
    console.log('skipped: no mkfifo here');
    return;
  }
  await expect(textOf('pipe')).rejects.toThrow('pipe: not a regular file');
});

test('binary and large files are refused', async () => {
  put('home.db', Buffer.from([0x53, 0x51, 0x00, 0xff]));
  put('big.yaml', 'x'.repeat(FOLDER_LIMITS.fileBytes + 1));
  await expect(textOf('home.db')).rejects.toThrow('home.db: binary');
  await expect(textOf('big.yaml')).rejects.toThrow('larger than');
});

test('a file that may not be read is named', async () => {
  put('secrets.yaml', 'x: 1');
  chmodSync(join(root, 'secrets.yaml'), 0o000);
  if (process.getuid?.() === 0) return; // root reads everything
  await expect(textOf('secrets.yaml')).rejects.toThrow('secrets.yaml: no permission to read it');
});

test('the sum of all texts is bounded', async () => {
  for (const name of ['a', 'b', 'c']) put(name, 'x'.repeat(100));
  const folder = openFolder(root, { ...FOLDER_LIMITS, totalBytes: 250 });
  await folder.find('a')!.text();
  await folder.find('b')!.text();
  await expect(folder.find('c')!.text()).rejects.toThrow('more than 250 bytes');
  expect((await folder.find('a')!.text()).length).toBe(100);
});

test('too many files and too deep folders are cut, and the cut is told', () => {
  for (const name of ['a', 'b', 'c', 'd/e/f']) put(name, '');
  expect(openFolder(root, { ...FOLDER_LIMITS, files: 2 }).cut).toBe('only the first 2 files were listed');
  expect(openFolder(root, { ...FOLDER_LIMITS, depth: 2 }).cut).toBe('folders deeper than 2 levels were not entered');
  expect(openFolder(root).cut).toBe('');
});

test('what the user can get wrong is one line', () => {
  expect(() => openFolder(join(root, 'nowhere'))).toThrow(/nowhere: no such file or folder$/);
  expect(() => openFolder('/dev/null')).toThrow('/dev/null is neither a file nor a folder');
});

test('2,000 files are listed and read within a second', async () => {
  for (let i = 0; i < 2000; i++) put(`d${i % 40}/f${i}.yaml`, `key${i}: value\n`);
  const before = process.cpuUsage();
  const folder = openFolder(root);
  for (const file of folder.files) await file.text();
  const { user, system } = process.cpuUsage(before);
  expect(folder.files.length).toBe(2000);
  expect((user + system) / 1000).toBeLessThan(1000);
});
