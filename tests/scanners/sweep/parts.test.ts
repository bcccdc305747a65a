import { describe, expect, test } from '@jest/globals';
import { AddressReader } from '../../../src/scanners/sweep/address-reader.js';
import { AskQueue, askFor, lookOf, NOTHING, rankOf } from '../../../src/scanners/sweep/asks.js';
import { Deadlines } from '../../../src/scanners/sweep/deadlines.js';
import type { HostOutcome } from '../../../src/scanners/sweep/host-look.js';
import { socketsAtOnce } from '../../../src/scanners/sweep/limits.js';
import { mergeParts } from '../../../src/scanners/sweep/merge.js';
import { Pace } from '../../../src/scanners/sweep/pace.js';
import { RoundTrip } from '../../../src/scanners/sweep/round-trip.js';

describe('Deadlines', () => {
  const visited = (deadlines: Deadlines, now: number) => {
    const entries: number[] = [];
    deadlines.passed(now, (entry) => entries.push(entry));
    return entries;
  };

  test('never visits early, and each entry once', () => {
    const deadlines = new Deadlines(1_000);
    for (let entry = 0; entry < 500; entry++) deadlines.add(entry, 1_000 + entry);
    const seen: number[] = [];
    for (let now = 1_000; now < 1_600; now += 3) {
      for (const entry of visited(deadlines, now)) {
        expect(now).toBeGreaterThanOrEqual(1_000 + entry);
        expect(now - (1_000 + entry)).toBeLessThan(16);
        seen.push(entry);
      }
    }
    expect(seen).toEqual([...Array(500).keys()]);
    expect(deadlines.next).toBe(Infinity);
  });

  test('knows when something is due', () => {
    const deadlines = new Deadlines(0);
    deadlines.add(1, 2_500);
    expect(visited(deadlines, deadlines.next - 1)).toEqual([]);
    expect(visited(deadlines, deadlines.next)).toEqual([1]);
  });

  test('after a long sleep everything is due', () => {
    const deadlines = new Deadlines(0);
    for (let entry = 0; entry < 100; entry++) deadlines.add(entry, entry * 20);
    expect(visited(deadlines, 3_600_000)).toHaveLength(100);
    deadlines.add(7, 3_600_100);
    expect(visited(deadlines, 3_600_050)).toEqual([]);
    expect(visited(deadlines, 3_600_110)).toEqual([7]);
  });

  test('takes new entries while it visits', () => {
    const deadlines = new Deadlines(0);
    deadlines.add(1, 10);
    deadlines.passed(100, () => deadlines.add(2, 150));
    expect(visited(deadlines, 160)).toEqual([2]);
  });
});

describe('Pace', () => {
  /** Spends what is there every `stepMs` and says how much that was. */
  function spend(pace: Pace, fromMs: number, toMs: number, stepMs: number): number {
    let spent = 0;
    for (let now = fromMs; now <= toMs; now += stepMs) for (let left = pace.available(now); left > 0; left--, spent++) pace.spend();
    return spent;
  }

  test.each([1, 10, 333, 10_000])('%p a second, however often it is asked', (rate) => {
    for (const stepMs of [0.3, 1, 7, 40]) {
      const spent = spend(new Pace(rate, false, 0), 0, 20_000, stepMs);
      expect(Math.abs(spent - 20 * rate)).toBeLessThanOrEqual(Math.max(1, 20 * rate * 0.01));
    }
  });

  test('an idle time is not saved up', () => {
    expect(spend(new Pace(100, false, 0), 60_000, 61_000, 1)).toBeLessThanOrEqual(106);
  });

  test('says how long to wait', () => {
    const pace = new Pace(10, false, 0);
    spend(pace, 0, 0, 1);
    expect(pace.waitMs).toBeCloseTo(100);
    expect(new Pace(Infinity, false, 0).available(0)).toBe(Infinity);
  });
});

test('AskQueue is first in, first out, and empty at the end', () => {
  const queue = new AskQueue();
  for (let ask = 0; ask < 10; ask++) queue.push(ask);
  for (let ask = 0; ask < 10; ask++) expect(queue.shift()).toBe(ask);
  expect(queue.shift()).toBe(NOTHING);
  queue.push(5);
  expect([queue.length, queue.shift(), queue.length]).toEqual([1, 5, 0]);
});

test('an ask keeps its rank and its look', () => {
  for (const [rank, look] of [
    [0, 0],
    [65_535, 0],
    [0, 6],
    [65_535, 127],
  ] as const) {
    // prettier-ignore
    expect([rankOf(askFor(rank, look)), lookOf(askFor(rank, look))]).toEqual([rank, look]);
  }
});

test('RoundTrip is generous to hosts that vary', () => {
  const steady = new RoundTrip();
  const varying = new RoundTrip();
  for (let sample = 0; sample < 50; sample++) {
    steady.add(100);
    varying.add(sample % 2 ? 20 : 180);
  }
  expect(steady.ms).toBeCloseTo(100);
  expect(steady.deadlineMs).toBeGreaterThanOrEqual(400);
  expect(varying.deadlineMs).toBeGreaterThan(steady.deadlineMs);
  const slow = new RoundTrip();
  slow.add(60_000);
  expect(slow.deadlineMs).toBe(3_000);
});

test.each([
  [64, 32],
  [1_024, 960],
  [20_000, 19_488],
  [Infinity, 20_000],
  [3, 2],
])('of %p file descriptors %p are sockets', (limit, sockets) => {
  // prettier-ignore
  expect(socketsAtOnce(limit)).toBe(sockets);
});

describe('AddressReader', () => {
  test('reads no more than it is asked for', () => {
    let read = 0;
    const endless = (function* () {
      for (;;) yield `192.0.2.${read++}`;
    })();
    const reader = new AddressReader(endless);
    expect(reader.hasAtMost(4)).toBe(false);
    expect(reader.take(2)).toEqual([{ id: 0, address: '192.0.2.0' }, { id: 1, address: '192.0.2.1' }]); // prettier-ignore
    expect(read).toBeLessThan(8);
  });

  test('knows its end', () => {
    const reader = new AddressReader(['a', 'b']);
    expect(reader.hasAtMost(4)).toBe(true);
    expect(reader.take(5)).toHaveLength(2);
    expect(reader.take(5)).toEqual([]);
  });
});

describe('mergeParts', () => {
  const part: HostOutcome = { answered: false, open: [], reasons: {}, rttMs: undefined, whole: true, notes: [] };

  test('adds what was learnt in parts', () => {
    const parts: HostOutcome[] = [
      { ...part, answered: true, open: [443], reasons: { 'conn-refused': 3 }, rttMs: 4, notes: ['a'] },
      { ...part, open: [22], reasons: { 'no-response': 1, 'conn-refused': 1 }, notes: ['a', 'b'] },
    ];
    expect(mergeParts('192.0.2.1', parts)).toEqual({
      address: '192.0.2.1',
      answered: true,
      open: [
        { port: 22, reason: 'syn-ack' },
        { port: 443, reason: 'syn-ack' },
      ],
      closed: 4,
      filtered: 1,
      reasons: { 'conn-refused': 4, 'no-response': 1 },
      rttMs: 4,
      complete: true,
      notes: ['a', 'b'],
    });
  });

  test('a part that was not looked at leaves the host incomplete', () => {
    expect(mergeParts('192.0.2.1', [part, { ...part, whole: false }]).complete).toBe(false);
  });

  test('says when something answers for all ports', () => {
    const open = [...Array(60_000).keys()];
    expect(mergeParts('192.0.2.1', [{ ...part, answered: true, open }]).notes[0]).toMatch(/^60000 ports are open: something/);
  });
});
