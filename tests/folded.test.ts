import { beforeAll, describe, expect, test } from '@jest/globals';
import { evaluate } from '../src/evaluate.js';
import { fold } from '../src/folded.js';
import { mergeSurveys } from '../src/merge.js';
import type { Survey, SurveyedTarget } from '../src/model.js';
import { render } from '../src/reports/index.js';
import { parseReport, parseSurvey } from '../src/schema.js';
import { surveyPieces } from '../src/survey/pieces.js';
import { remaining } from '../src/survey/resume.js';
import { formatAddress, parseAddress } from '../src/targets/address.js';
import { everyCheck } from './support/every-check.js';

const silent = (address: string, more: Partial<SurveyedTarget> = {}): SurveyedTarget => ({
  name: address,
  address,
  state: 'down',
  because: 'none of 3 ports answered',
  fromBlock: true,
  ports: { swept: 3, open: 0, closed: 0, filtered: 3 },
  open: [],
  ...more,
});

function block(first: string, count: number): readonly SurveyedTarget[] {
  const from = parseAddress(first)!;
  return Array.from({ length: count }, (_, index) => silent(formatAddress(from.family, from.first + BigInt(index), from.zone)));
}

const surveyOf = (targets: readonly unknown[], shard?: string): Survey => ({
  schemaVersion: 1,
  kind: 'survey',
  tool: { name: 'porosity', version: '0.1.0' },
  run: {
    startedAt: '2026-11-21T08:00:00.000Z',
    finishedAt: '2026-11-21T08:00:05.000Z',
    durationMs: 5_000,
    modes: ['passive'],
    ports: '22,80,443',
    engine: 'connect',
    incomplete: false,
    ...(shard ? { shard } : {}),
  },
  targets: targets as readonly SurveyedTarget[],
  services: [],
  notes: [],
});
const written = (survey: Survey) => [...surveyPieces(survey)].join('');
const read = (targets: readonly unknown[]) => parseSurvey(JSON.stringify(surveyOf(targets)), 's.json');
const entries = (targets: readonly SurveyedTarget[]) => [...fold(targets)].map(({ address, through }) => [address, through]);

describe('neighbours that are alike', () => {
  test.each([
    ['IPv4, over the end of a /24', '10.0.0.250', '10.0.4.250'],
    ['IPv6 with a zone', 'fe80::ff00%eth0', 'fe80::1:300%eth0'],
  ])('are one entry: %s', (_, first, last) => {
    const targets = block(first, 1_025);
    expect(entries(targets)).toEqual([[first, last]]);
    expect(parseSurvey(written(surveyOf(targets)), 's.json')).toEqual(surveyOf(targets));
  });

  test('up to 1,024 of them have entries of their own', () => expect(entries(block('10.0.0.0', 1_024))).toHaveLength(1_024));

  test.each<[string, Partial<SurveyedTarget>]>([
    ['has an open port', { open: [{ port: 22, reason: 'syn-ack' }] }],
    ['was named by itself', { fromBlock: undefined }],
    ['has a name', { name: 'printer.lan' }],
    ['was seen otherwise', { state: 'partial', because: 'interrupted' }],
    ['has other counts', { ports: { swept: 2, open: 0, closed: 0, filtered: 2 } }],
  ])('end at one that %s', (_, more) => {
    const targets = block('10.0.0.0', 4_000).map((target, index) => (index === 2_000 ? { ...target, ...more } : target));
    expect(entries(targets)).toEqual([
      ['10.0.0.0', '10.0.7.207'],
      ['10.0.7.208', undefined],
      ['10.0.7.209', '10.0.15.159'],
    ]);
    expect(parseSurvey(written(surveyOf(targets)), 's.json').targets).toEqual(JSON.parse(JSON.stringify(targets)));
  });

  test('end at a gap', () => {
    const targets = [...block('10.0.0.0', 1_100), ...block('10.9.0.0', 1_100)];
    expect(entries(targets).map(([first]) => first)).toEqual(['10.0.0.0', '10.9.0.0']);
  });
});

beforeAll(everyCheck, 30_000);

test('a report of a block without a host says so in a few lines, and is read again', async () => {
  const report = await evaluate(surveyOf(block('10.0.0.0', 32_768)));
  const text = await render(report, 'json');
  expect(text.length).toBeLessThan(4_000);
  expect(parseReport(text, 'r.json')).toEqual(report);
  expect((await render(report, 'table')).length).toBeLessThan(4_000);
});

test('shards are merged into what one run writes', () => {
  const all = block('10.0.0.0', 3_000);
  const shards = [0, 1].map((own) =>
    surveyOf(
      all.filter((_, index) => index % 2 === own),
      `${own + 1}/2`,
    ),
  );
  const named = shards.map((shard) => ({ name: 's', survey: parseSurvey(written(shard), 's.json') }));
  expect(written(mergeSurveys(named))).toBe(written(surveyOf(all)));
});

test('an interrupted run is resumed behind the addresses that one entry stands for', () => {
  const targets = block('10.0.0.0', 2_000);
  const plan = { targets: targets.map(({ name, address }) => ({ name, address, fromBlock: true })), unresolved: [] };
  const earlier = parseSurvey(written(surveyOf(targets.slice(0, 1_900))), 's.json');
  expect(remaining(plan, earlier, '22,80,443', 's.json').targets).toEqual(plan.targets.slice(1_900));
});

describe('an entry of a stranger', () => {
  test.each([
    ['counts down', '10.0.0.9', '10.0.0.1', 'is not the last'],
    ['changes the family', '10.0.0.1', 'fd00::1', 'is not the last'],
    ['changes the zone', 'fe80::1%a', 'fe80::2%b', 'is not the last'],
    ['has no address', '', '10.0.0.1', 'is not the last'],
    ['is all of IPv4', '0.0.0.0', '255.255.255.255', 'more than 1,048,576'],
    ['is all of IPv6', '::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'more than 1,048,576'],
  ])('that %s is refused in one line', (_, address, through, words) => {
    expect(() => read([silent('10.0.0.0'), { ...silent(address), through }])).toThrow(
      new RegExp(`^s\\.json: is not a valid survey: targets\\[1\\]\\.through .*${words}.*$`),
    );
  });

  test('that has another name is refused: the others would have none', () => {
    expect(() => read([{ ...silent('10.0.0.0'), name: 'printer.lan', through: '10.0.0.9' }])).toThrow('is not the last');
  });

  test('with many others together is refused, too', () => {
    const many = Array.from({ length: 3 }, (_, index) => ({ ...silent(`${10 + index}.0.0.0`), through: `${10 + index}.7.255.255` }));
    expect(() => read(many)).toThrow('targets[2].through stands for more than 1,048,576 addresses');
  });
});

test('what would stand for more than can be read again is written out', () => {
  const targets = [...block('10.0.0.0', 1 << 20), ...block('11.0.0.0', 1_100)];
  expect(entries(targets)).toHaveLength(1 + 1_100);
});
