import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readText, writeWhole } from '../src/files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'porosity-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

describe('writeWhole', () => {
  test('writes text and pieces, and leaves nothing beside them', () => {
    writeWhole(at('a.json'), 'ä\n');
    writeWhole(at('b.json'), ['x'.repeat(100_000), '', '€'.repeat(100_000)]);
    expect(readFileSync(at('a.json'), 'utf8')).toBe('ä\n');
    expect(readFileSync(at('b.json'), 'utf8')).toBe('x'.repeat(100_000) + '€'.repeat(100_000));
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'b.json']);
  });

  test('keeps the old file, and nothing else, where the pieces stop half-way', () => {
    writeWhole(at('r.json'), 'old');
    const pieces = function* () {
      yield 'x'.repeat(200_000);
      throw new Error('a defect in a reporter');
    };
    expect(() => writeWhole(at('r.json'), pieces())).toThrow('a defect in a reporter');
    expect(readFileSync(at('r.json'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['r.json']);
  });

  test('keeps the mode of the file and the link to it', () => {
    writeFileSync(at('r.json'), 'old', { mode: 0o600 });
    symlinkSync('r.json', at('latest.json'));
    writeWhole(at('latest.json'), 'new');
    expect(readFileSync(at('r.json'), 'utf8')).toBe('new');
    expect(statSync(at('r.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['latest.json', 'r.json']);
  });

  test('writes into a device instead of replacing it', () => {
    writeWhole('/dev/null', 'gone');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test.each([
    ['a folder', () => folder, 'is a folder'],
    ['a folder that is not there', () => at('nowhere/r.json'), 'no such file or folder'],
    ['a file taken for a folder', () => (writeFileSync(at('f'), ''), at('f/r.json')), 'a part of its path is not a folder'],
    ['a full disk', () => '/dev/full', 'the disk is full'],
    ['a name too long', () => at('x'.repeat(300)), 'the name is too long'],
  ])('says in one line that it cannot write: %s', (_, path, why) => {
    expect(() => writeWhole(path(), 'text')).toThrow(new RegExp(`^cannot write "[^\n]+": ${why}$`));
  });

  test('leaves no trace on a disk that fills up', () => {
    const small = at('small');
    mkdirSync(small);
    if (!mountSmall(small)) return console.warn('skipped: only root may mount a small disk');
    try {
      expect(() => writeWhole(join(small, 'r.json'), ['x'.repeat(1 << 20)])).toThrow('the disk is full');
      expect(readdirSync(small)).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
    }
  });

  test('leaves nothing in a folder that may not be written', () => {
    const locked = at('locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    try {
      writeWhole(join(locked, 'r.json'), 'text');
      // Root may write anywhere.
      expect(existsSync(join(locked, 'r.json'))).toBe(true);
    } catch (error) {
      expect(String(error)).toContain('permission denied');
      expect(readdirSync(locked)).toEqual([]);
    }
  });
});

function mountSmall(path: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('readText', () => {
  const bounds = { what: 'report', maxBytes: 1024 };

  test('reads up to its bound and not a byte more', async () => {
    writeFileSync(at('fits'), 'x'.repeat(1024));
    writeFileSync(at('too-long'), 'x'.repeat(1025));
    await expect(readText(at('fits'), bounds)).resolves.toHaveLength(1024);
    await expect(readText(at('too-long'), bounds)).rejects.toThrow('longer than 1 KiB');
    await expect(readText('/dev/zero', bounds)).rejects.toThrow('longer than 1 KiB');
  });

  test('reads a pipe, as in <(command)', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const reading = readText(at('pipe'), bounds);
    await writeFile(at('pipe'), 'text');
    await expect(reading).resolves.toBe('text');
  });
});
