import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mutate } from '../../bench/fuzz/mutate.js';
import { Random } from '../../bench/fuzz/random.js';
import { UsageError } from '../../src/errors.js';
import { evaluate } from '../../src/evaluate.js';
import { FORMATS, type FormatName, render } from '../../src/reports/index.js';
import { parseReport, parseSurvey } from '../../src/schema.js';
import { everyCheck } from '../support/every-check.js';
import { porosity } from '../support/porosity.js';
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

function mutant(index: number): string {
  const random = new Random(index);
  if (index % 2 === 0) return mutate(Buffer.from(survey), random, Buffer.from(survey)).toString('utf8');
  const changed = JSON.parse(survey) as unknown;
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
    const text = mutant(index);
    try {
      const report = await evaluate(parseSurvey(text, 'mutant.json'));
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

test('the program says the same of the first few', async () => {
  for (let index = 0; index < 6; index++) {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, mutant(index));
    const { code, stdout, stderr } = await porosity(['evaluate', file, '-f', 'json']);
    expect([0, 1, 2, 3]).toContain(code);
    if (code === 2) expect({ stdout, lines: stderr.trim().split('\n').length }).toEqual({ stdout: '', lines: 1 });
    else expect(() => parseReport(stdout, 'report')).not.toThrow();
  }
}, 60_000);
