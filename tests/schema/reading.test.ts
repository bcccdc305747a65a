import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/model.js';
import { Reading } from '../../src/schema/reading.js';
import { reportSchema } from '../../src/schema/report.js';
import { parseReport, readReport, readSurvey } from '../../src/schema.js';
import { emptyReport, hostileReport, sampleReport } from '../support/sample-report.js';

const plain = (report: Report) => JSON.parse(JSON.stringify(report)) as Report;
const folder = mkdtempSync(join(tmpdir(), 'porosity-reading-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function stored(content: string | Buffer): string {
  const path = join(folder, 'r.json');
  writeFileSync(path, content);
  return path;
}

describe('a report that comes in pieces', () => {
  test.each([1, 2, 3, 7, 64, 1_000])('of %i bytes is the same', (size) => {
    for (const report of [sampleReport(), hostileReport()]) {
      const bytes = Buffer.from(JSON.stringify(report, null, 2));
      const reading = new Reading(reportSchema, 'report', 'r.json');
      for (let at = 0; at < bytes.length; at += size) reading.push(bytes.subarray(at, at + size));
      expect(reading.end()).toEqual(plain(report));
    }
  });

  test('from a file is the same', async () => {
    expect(await readReport(stored(JSON.stringify(sampleReport())))).toEqual(plain(sampleReport()));
  });
});

test('what findings have in common is there once', () => {
  const { findings, ...rest } = sampleReport();
  const twice = parseReport(JSON.stringify({ ...rest, findings: [findings[0], findings[0]] }), 'r.json').findings;
  expect(twice[0]).not.toBe(twice[1]);
  expect(twice[0]!.exhibits).toBe(twice[1]!.exhibits);
  expect(twice[0]!.references).toBe(twice[1]!.references);
});

describe('a strange list', () => {
  const text = JSON.stringify({ ...sampleReport(), notes: [] });
  const note = '{"kind":"info","text":"a note"}';
  const withNotes = (notes: string) => text.replace('"notes":[]', notes);
  const notesOf = (notes: string) => parseReport(withNotes(notes), 'r.json').notes;

  test.each([
    ['its name is escaped', `"not\\u0065s":[${note}]`],
    ['it comes twice: the last one counts', `"notes":[${note},${note}],"notes":[${note}]`],
    ['it comes before the rest', `"kind":"report","notes":[${note}]`],
  ])('%s', (_, notes) => expect(notesOf(notes)).toEqual([{ kind: 'info', text: 'a note' }]));

  test('of an unknown name is nobody’s', () => expect(notesOf(`"later":[${note}],"notes":[]`)).toEqual([]));

  test.each([
    ['something else among its rows', `"notes":[${note},5,${note}]`, 'is not a valid report: notes[1] must be'],
    ['what stands for a row', `"notes":[${note},0]`, 'is not a valid report: notes[1] must be'],
    ['a list among its rows', `"notes":[[],${note}]`, 'is not a valid report: notes[0] must be'],
    ['no comma', `"notes":[${note} ${note}]`, 'is not JSON'],
    ['a comma too many', `"notes":[${note},]`, 'is not JSON'],
    ['a row that is no JSON', '"notes":[{kind:1}]', 'is not JSON'],
    ['crossed brackets', `"notes":[{"kind":"info"],"text":"x"}`, 'is not JSON'],
    ['a number in its place', `"notes":[${note}],"notes":5`, 'is not a valid report: notes must be'],
  ])('%s', (_, notes, words) => expect(() => notesOf(notes)).toThrow(`r.json: ${words}`));
});

test.each(['{"notes":[{"text":"', '{"later":"'])('what never ends is not kept for ever: %s', (beginning) => {
  const reading = new Reading(reportSchema, 'report', 'r.json').push(Buffer.from(beginning));
  const more = Buffer.alloc(16 * 1024 * 1024, 'x');
  const pushAll = () => {
    for (let time = 0; time < 20; time++) reading.push(more);
  };
  expect(pushAll).toThrow('r.json: holds a value that is longer than 256 MiB');
});

describe('one line names a file that', () => {
  const latin = (text: string) => stored(Buffer.from(text, 'latin1'));
  test('is not there', () => expect(readSurvey('none.json')).rejects.toThrow(/^survey "none\.json": no such file or folder$/));
  test('is not UTF-8 beside its rows', () => expect(readReport(latin('{"kind":"\xff"}'))).rejects.toThrow(/is not UTF-8 text$/));
  test('is not UTF-8 in a row', () => {
    const notes = [{ kind: 'info', text: '\xff' }] as const;
    return expect(readReport(latin(JSON.stringify({ ...emptyReport(), notes })))).rejects.toThrow(/is not UTF-8 text$/);
  });
});
