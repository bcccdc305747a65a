import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openHistory, parseKeep, scopeOf } from '../../src/history.js';
import type { Report } from '../../src/model.js';
import { emptyReport } from '../support/sample-report.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'porosity-history-')), 'hist');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const SCOPE = scopeOf(['box.lan']);
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T06:00:00.000Z`;
const reportOn = (number: number, incomplete = false): Report => {
  const report = emptyReport();
  return { ...report, run: { ...report.run, startedAt: day(number), incomplete } };
};
const add = (number: number, { scope = SCOPE, keep = undefined as string | undefined, incomplete = false } = {}) => {
  const report = reportOn(number, incomplete);
  return openHistory(folder).add(report, [JSON.stringify(report)], scope, keep === undefined ? undefined : parseKeep(keep));
};
const before = async (number: number, scope = SCOPE) => openHistory(folder).baselineFor(scope, day(number));
const days = () =>
  readdirSync(folder)
    .map((name) => Number(name.slice(8, 10)))
    .sort((a, b) => a - b);

describe('the baseline', () => {
  test('is the newest earlier report of the same targets', async () => {
    for (const number of [3, 1, 2]) add(number);
    add(4, { scope: scopeOf(['other.lan']) });
    expect((await before(9)).baseline?.run.startedAt).toBe(day(3));
    expect((await before(3)).baseline?.run.startedAt).toBe(day(2));
    expect((await before(1)).baseline).toBeUndefined();
  });

  test('is a whole run where there is one', async () => {
    add(1);
    add(2, { incomplete: true });
    expect((await before(9)).baseline?.run.startedAt).toBe(day(1));
    rmSync(join(folder, readdirSync(folder).sort()[0]!));
    expect((await before(9)).baseline?.run.startedAt).toBe(day(2));
  });

  test('is none in a folder that is new', async () => {
    await expect(before(1)).resolves.toEqual({ baseline: undefined, notes: [] });
  });
});

describe('files that are no reports', () => {
  const newest = () => join(folder, readdirSync(folder).sort().at(-1)!);
  test.each<[string, (text: string) => string, string]>([
    ['cut off', (text) => text.slice(0, 200), 'it was cut off'],
    ['empty', () => '', 'is empty'],
    ['of a newer porosity', (text) => text.replace('"schemaVersion":1', '"schemaVersion":7'), 'newer porosity'],
    ['a survey', (text) => text.replace('"kind":"report"', '"kind":"survey"'), 'is a survey, not a porosity report'],
  ])('%s: named and skipped', async (_, spoil, why) => {
    add(1);
    add(2);
    writeFileSync(newest(), spoil(readFileSync(newest(), 'utf8')));
    const { baseline, notes } = await before(9);
    expect(baseline?.run.startedAt).toBe(day(1));
    expect(notes).toEqual([{ kind: 'warning', text: expect.stringContaining(why) }]);
    expect(notes[0]!.text).toContain('2026-01-02T06-00-00.000Z_');
  });

  test('foreign ones are named, left alone, and never pruned; hidden ones are not even named', async () => {
    add(1);
    for (const name of ['notes.txt', '2026-01-01.json', '.directory']) writeFileSync(join(folder, name), 'mine');
    const { baseline, notes } = await before(9);
    expect(baseline?.run.startedAt).toBe(day(1));
    expect(notes.map(({ text }) => text)).toEqual([
      'history: 2026-01-01.json (no report of porosity, left alone)',
      'history: notes.txt (no report of porosity, left alone)',
    ]);
    add(2, { keep: '1' });
    expect(readdirSync(folder).filter((name) => !name.includes('_'))).toEqual(['.directory', '2026-01-01.json', 'notes.txt']);
  });

  test('a thousand of them are a few lines', async () => {
    add(1);
    for (let index = 0; index < 1000; index++) writeFileSync(join(folder, `x${index}`), '');
    expect((await before(9)).notes).toHaveLength(6);
  });
});

describe('pruning', () => {
  test.each([
    ['3', [4, 5, 6]],
    ['1', [6]],
    ['100', [1, 2, 3, 4, 5, 6]],
    ['2d', [4, 5, 6]],
    ['900d', [1, 2, 3, 4, 5, 6]],
  ])('--keep %s', (keep, left) => {
    for (const number of [1, 2, 3, 4, 5]) add(number);
    expect(add(6, { keep })).toEqual([]);
    expect(days()).toEqual(left);
  });

  test('leaves what other audits filed in the same folder', () => {
    for (const number of [1, 2]) add(number, { scope: scopeOf(['other.lan']) });
    add(3, { keep: '1' });
    expect(days()).toEqual([1, 2, 3]);
  });

  test('keeps the newest one, however old', () => {
    add(1, { keep: '1d' });
    expect(days()).toEqual([1]);
  });

  test.each(['0', '-1', '3w', 'd', '', '1e3', '9999999'])('--keep %j is no amount', (text) => {
    expect(() => parseKeep(text)).toThrow(`--keep "${text}": must be a number of reports (30) or of days (90d)`);
  });
});

describe('faults', () => {
  test('a folder that vanished is made again', () => {
    const history = openHistory(folder);
    rmSync(folder, { recursive: true });
    history.add(reportOn(1), ['{}'], SCOPE);
    expect(days()).toEqual([1]);
  });

  test('a folder that vanished before it was read is one line', async () => {
    const history = openHistory(folder);
    rmSync(folder, { recursive: true });
    await expect(history.baselineFor(SCOPE, day(1))).rejects.toThrow(/^history "[^\n]+": no such file or folder$/);
  });

  test('a file is no folder', () => {
    add(1);
    const file = join(folder, readdirSync(folder)[0]!);
    expect(() => openHistory(file)).toThrow(/^history "[^\n]+": a file is in the way$/);
    expect(() => openHistory(join(file, 'deeper'))).toThrow(/^history "[^\n]+": a part of its path is not a folder$/);
  });

  test('a report half written by a dead run is not seen', async () => {
    add(1);
    writeFileSync(join(folder, '.2026-01-02T06-00-00.000Z_x.json.abc.tmp'), '{');
    await expect(before(9)).resolves.toMatchObject({ baseline: { run: { startedAt: day(1) } }, notes: [] });
  });

  test('what may not be removed is a note, not an end', () => {
    for (const number of [1, 2]) add(number);
    chmodSync(folder, 0o500);
    try {
      // Root may remove and write anything; everybody else cannot even add.
      const notes = (() => {
        try {
          return add(3, { keep: '1' });
        } catch (error) {
          expect(String(error)).toContain('permission denied');
          return [];
        }
      })();
      expect(notes).toEqual([]);
    } finally {
      chmodSync(folder, 0o700);
    }
  });
});

test('eight runs at once that add and prune lose nothing but what is too much', async () => {
  openHistory(folder);
  const { href } = new URL('../../src/history.js', import.meta.url);
  const work = `
    const { workerData } = require('node:worker_threads');
    (async () => {
      const { openHistory, parseKeep } = await import(workerData.href);
      for (let round = 0; round < 10; round++) {
        const report = JSON.parse(workerData.report);
        const history = openHistory(workerData.folder);
        const { notes } = await history.baselineFor(workerData.scope, '2026-02-01T00:00:00.000Z');
        if (notes.length > 0) throw new Error(notes[0].text);
        history.add(report, [JSON.stringify(report)], workerData.scope, parseKeep('5'));
      }
    })();`;
  const data = { href, folder, scope: SCOPE, report: JSON.stringify(reportOn(1)) };
  const runs = Array.from(
    { length: 8 },
    () =>
      new Promise((resolve, reject) => {
        new Worker(work, { eval: true, workerData: data }).once('error', reject).once('exit', resolve);
      }),
  );
  await Promise.all(runs);
  const left = readdirSync(folder);
  expect(left).toHaveLength(5);
  for (const name of left) expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toMatchObject({ kind: 'report' });
});

test('a scope is the same targets in any order and spelling', () => {
  expect(scopeOf(['b.lan', 'A.lan', 'b.lan '])).toBe(scopeOf(['a.lan', 'B.LAN']));
  expect(scopeOf(['a.lan'])).not.toBe(scopeOf(['a.lan', 'b.lan']));
});
