import { describe, expect, test } from '@jest/globals';
import { mergeSurveys } from '../src/merge.js';
import type { Survey, SurveyedService, SurveyedTarget } from '../src/model.js';
import { inOrder } from '../src/order.js';
import { parseShard, shareOf } from '../src/survey/shard.js';
import type { PlannedTarget } from '../src/targets.js';

/** A recorded network: which ports each address has open. */
const NETWORK: Readonly<Record<string, readonly number[]>> = { '10.0.0.1': [22, 8123], '10.0.0.2': [], '10.0.0.10': [1883] };
const PORTS = [22, 80, 443, 1883, 8123];

const planned = (address: string): PlannedTarget => ({ name: address, address, fromBlock: true });

function answer({ address, share }: PlannedTarget): { target: SurveyedTarget; services: SurveyedService[] } {
  const asked = share ?? PORTS;
  const open = asked.filter((port) => NETWORK[address]!.includes(port)).map((port) => ({ port, reason: 'syn-ack' }));
  return {
    target: {
      name: address,
      address,
      state: 'examined',
      because: '',
      fromBlock: true,
      ports: { swept: asked.length, open: open.length, closed: asked.length - open.length, filtered: 0 },
      open,
    },
    services: open.map(({ port }) => ({ target: address, address, port, transport: 'tcp', tls: false, protocol: 'unknown', facts: {} })),
  };
}

function surveyOf(targets: readonly PlannedTarget[], run: Partial<Survey['run']> = {}): Survey {
  const answers = targets.map(answer);
  return {
    schemaVersion: 1,
    kind: 'survey',
    tool: { name: 'porosity', version: '0.1.0' },
    run: {
      startedAt: '2026-11-21T08:00:00.000Z',
      finishedAt: '2026-11-21T08:00:05.000Z',
      durationMs: 5_000,
      modes: ['passive'],
      ports: '22,80,443,1883,8123',
      engine: 'connect',
      incomplete: false,
      ...run,
    },
    ...inOrder(
      answers.map(({ target }) => target),
      answers.flatMap(({ services }) => services),
    ),
    notes: [],
  };
}

const named = (surveys: readonly Survey[]) => surveys.map((survey, index) => ({ name: `file-${index}`, survey }));
const whole = Object.keys(NETWORK).map(planned);
const shards = (count: number) =>
  Array.from({ length: count }, (_, i) => surveyOf(shareOf(whole, PORTS, { index: i + 1, count }), { shard: `${i + 1}/${count}` }));

describe('shards', () => {
  test.each([1, 2, 3, 4, 5, 16])('%i of them are byte for byte the whole', (count) => {
    const expected = JSON.stringify(surveyOf(whole));
    expect(JSON.stringify(mergeSurveys(named(shards(count))))).toBe(expected);
    expect(JSON.stringify(mergeSurveys(named(shards(count).reverse())))).toBe(expected);
  });

  test('one that is missing makes the whole incomplete, and is named', () => {
    const merged = mergeSurveys(named(shards(3).slice(1)));
    expect(merged.run.incomplete).toBe(true);
    expect(merged.notes.map(({ text }) => text)).toEqual(['missing shards, whose part was not looked at: 1/3']);
  });

  test('one that came twice counts once', () => {
    const [first, second] = shards(2) as [Survey, Survey];
    expect(mergeSurveys(named([first, second, first]))).toEqual(surveyOf(whole));
  });

  test.each(['0/2', '3/2', '1', 'a/b', '1/0', ''])('--shard "%s" is an error that names it', (text) => {
    expect(() => parseShard(text)).toThrow(`"${text}"`);
  });
});

test('a newer look at a host replaces the older one, services and all', () => {
  const old = surveyOf([planned('10.0.0.1'), planned('10.0.0.2')]);
  const newer = surveyOf([{ ...planned('10.0.0.1'), share: [22] }], { startedAt: '2026-11-21T09:00:00.000Z' });
  const { targets, services } = mergeSurveys(named([newer, old]));
  expect(targets.map(({ address, ports }) => [address, ports.swept])).toEqual([
    ['10.0.0.1', 1],
    ['10.0.0.2', 5],
  ]);
  expect(services.map(({ port }) => port)).toEqual([22]);
});

test('two vantages say which place saw what', () => {
  const lan = surveyOf([planned('10.0.0.1')], { vantage: 'lan' });
  const wan = surveyOf([{ ...planned('10.0.0.1'), share: [80, 8123] }], { vantage: 'wan' });
  const { targets, services, notes } = mergeSurveys(named([lan, wan]));
  expect(targets[0]?.seenFrom).toEqual([
    { vantage: 'lan', state: 'examined', open: [22, 8123] },
    { vantage: 'wan', state: 'examined', open: [8123] },
  ]);
  expect(services.map(({ port, seenFrom }) => [port, seenFrom])).toEqual([
    [22, ['lan']],
    [8123, ['lan', 'wan']],
  ]);
  expect(notes.map(({ text }) => text)).toEqual(['port 22 is open to lan alone']);
});
