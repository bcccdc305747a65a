import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mutate } from '../../bench/fuzz/mutate.js';
import { Random } from '../../bench/fuzz/random.js';
import { run } from '../../src/cli.js';
import { UsageError } from '../../src/errors.js';
import { evaluate } from '../../src/evaluate.js';
import type { Survey } from '../../src/model.js';
import { FORMATS, type FormatName, render } from '../../src/reports/index.js';
import { parseReport, parseSurvey } from '../../src/schema.js';
import { everyCheck } from '../support/every-check.js';
import { type Ended, porosity } from '../support/porosity.js';
import { connack, scriptedBroker } from '../peers/mqtt.js';
import { webPeer } from '../peers/web.js';

/*
 * A survey file is input from a stranger. Half of these are broken as bytes, half as values inside valid JSON.
 */

const MUTANTS = 200;
const STRANGE = [
  null,
  true,
  -1,
  1e308,
  65_536,
  '',
  '\u0000',
  '\u001b[2J',
  '\u202e',
  'x'.repeat(10_000),
  [],
  {},
  { ok: true },
  { ok: false, failure: {} },
  '__proto__',
];

const folder = mkdtempSync(join(tmpdir(), 'porosity-mutants-'));
let survey: string;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await everyCheck();
  const peers = [
    await scriptedBroker({ connack: () => connack(5) }),
    await webPeer((_request, response) => response.end('<title>Home Assistant</title>')),
  ];
  ({ stdout: survey } = await porosity(['survey', '127.0.0.1', '-p', peers.map(({ port }) => port).join(), '-f', 'json']));
  for (const peer of peers) await peer.close();
}, 30_000);

/** Every place in a value, as the holder and the key. */
function placesIn(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** Strange values of the same type, which a schema may well let in. */
function alike(value: unknown): readonly unknown[] {
  const same = STRANGE.filter((strange) => typeof strange === typeof value);
  return same.length > 0 ? same : STRANGE;
}

/** Broken as bytes, or with one to three values of valid JSON that are none of what stood there. */
function mutant(index: number, stored: string): string {
  const random = new Random(index);
  if (index % 2 === 0) return mutate(Buffer.from(stored), random, Buffer.from(stored)).toString('utf8');
  const changed = JSON.parse(stored) as unknown;
  for (let left = 1 + random.below(3); left > 0; left--) {
    const { holder, key } = random.pick(placesIn(changed));
    if (random.below(4) === 0) delete holder[key];
    else holder[key] = random.pick(random.below(4) === 0 ? STRANGE : alike(holder[key]));
  }
  return JSON.stringify(changed);
}

test('a mutated survey is refused in one line, or judged and told in every format', async () => {
  let judged = 0;
  for (let index = 0; index < MUTANTS; index++) {
    const stored = mutant(index, survey);
    try {
      const report = await evaluate(parseSurvey(stored, 'mutant.json'));
      judged++;
      for (const format of Object.keys(FORMATS) as FormatName[]) expect(await render(report, format)).not.toMatch(/\u001b\[2J|\u202e/);
      parseReport(await render(report, 'json'), 'mutant');
    } catch (error) {
      if (!(error instanceof UsageError)) throw new Error(`mutant ${index}: ${String((error as Error).stack ?? error)}`);
      expect(error.message).not.toMatch(/\n/);
    }
  }
  // Some of both, else nothing was tried.
  expect(judged).toBeGreaterThan(MUTANTS / 20);
  expect(judged).toBeLessThan(MUTANTS);
}, 120_000);

test('whatever stands in a text of a file, no format passes on what a terminal runs or nobody sees', async () => {
  const evil = '\u001b]0;owned\u0007\u001b[2J\u202e\u2066\u200b\u2028\ufeff\u0000';
  const poisoned = JSON.parse(survey) as unknown;
  let taken = 0;
  for (const { holder, key } of placesIn(poisoned)) {
    const whole = holder[key];
    if (typeof whole !== 'string') continue;
    holder[key] = `${whole}${evil}${key}`;
    try {
      parseSurvey(JSON.stringify(poisoned), 'poisoned');
      taken++;
    } catch {
      holder[key] = whole;
    }
  }
  expect(taken).toBeGreaterThan(30);
  const report = await evaluate(parseSurvey(JSON.stringify(poisoned), 'poisoned'));
  for (const format of Object.keys(FORMATS) as FormatName[]) {
    const seen = (await render(report, format)).match(/[\u0000\u0007\u001b\u202e\u2066\u200b\u2028\ufeff]/g);
    expect({ format, seen }).toEqual({ format, seen: null });
  }
});

/** One command line inside this process. */
async function command(args: readonly string[]): Promise<Ended> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const [written, said] = [text(stdout), text(stderr)];
  const env = { CI: '1', NO_COLOR: '1' };
  const code = await run(args, { stdout, stderr, stdin: Readable.from([]), env, signal: new AbortController().signal });
  stdout.end();
  stderr.end();
  return { code, stdout: await written, stderr: await said };
}

test('every command that reads a stored file refuses a mutant in one line with exit 2, or takes it', async () => {
  const file = (name: string, content = '') => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const good = file('good.json', survey);
  const history = join(folder, 'history');
  const { stdout: report } = await command(['evaluate', good, '-f', 'json', '--history', history]);
  const goodReport = file('good-report.json', report);
  const remembered = join(history, readdirSync(history)[0]!);
  const { ports } = (JSON.parse(survey) as Survey).run;
  const [ofSurvey, ofReport] = [join(folder, 'survey.json'), join(folder, 'report.json')];
  const readers: Readonly<Record<string, readonly string[]>> = {
    evaluate: ['evaluate', ofSurvey],
    merge: ['merge', ofSurvey, good],
    resume: ['127.0.0.1', '-p', ports, '--resume', ofSurvey],
    'resume of a report': ['127.0.0.1', '-p', ports, '--resume', ofReport],
    report: ['report', ofReport],
    'the older of a diff': ['diff', ofReport, goodReport],
    'the newer of a diff': ['diff', goodReport, ofReport],
    baseline: ['evaluate', good, '--baseline', ofReport],
    history: ['evaluate', good, '--history', history],
    init: ['init', join(folder, 'porosity.yaml'), '--from', ofReport],
  };
  const taken = new Set<string>();
  const refused = new Set<string>();
  for (let index = 0; index < MUTANTS; index++) {
    writeFileSync(ofSurvey, mutant(index, survey));
    writeFileSync(ofReport, mutant(index, report));
    writeFileSync(remembered, mutant(index, report));
    for (const [reader, args] of Object.entries(readers)) {
      rmSync(join(folder, 'porosity.yaml'), { force: true });
      const { code, stdout, stderr } = await command(args);
      expect({ index, reader, fine: [0, 1, 2, 3].includes(code ?? -1) }).toEqual({ index, reader, fine: true });
      if (code === 2)
        expect({ index, reader, stdout, stderr }).toEqual({ index, reader, stdout: '', stderr: expect.stringMatching(/^porosity: .+\n$/) });
      expect({ index, reader, dangerous: /[\u0000\u001b\u202e]/.test(stdout + stderr) }).toEqual({ index, reader, dangerous: false });
      (code === 2 ? refused : taken).add(reader);
    }
    for (const name of readdirSync(history)) if (join(history, name) !== remembered) rmSync(join(history, name));
  }
  expect([...taken].sort()).toEqual(Object.keys(readers).sort());
  // A broken report in the history is a warning: the audit itself does not need it.
  expect([...refused, 'history'].sort()).toEqual(Object.keys(readers).sort());
}, 180_000);
