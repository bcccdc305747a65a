import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  type Attempt,
  type Behaviour,
  FakeNetwork,
  type FakeSweep,
  NO_ADDRESS,
  NO_FILES,
  NOT_POSSIBLE,
  range,
  REFUSED,
  sweepFake,
  UNREACHABLE,
} from '../../support/fake-network.js';

const OPEN = { status: 0, afterMs: 1 };
const CLOSED = { status: REFUSED, afterMs: 1 };

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

async function look(behave: Behaviour, options: FakeSweep) {
  const network = new FakeNetwork(behave);
  const [outcome] = [...(await sweepFake(network, options)).values()];
  return { network, outcome: outcome! };
}

describe('states and reasons', () => {
  test('open, closed, unreachable and silent', async () => {
    const { outcome } = await look(
      ({ port }) => [OPEN, CLOSED, { status: UNREACHABLE, afterMs: 1 }, undefined][port % 4], // prettier-ignore
      { ports: range(4, 11) },
    );
    expect(outcome).toEqual({
      answered: true,
      open: [4, 8],
      reasons: { 'conn-refused': 2, 'host-unreach': 2, 'no-response': 2 },
      rttMs: expect.any(Number),
      whole: true,
      notes: [],
    });
  });

  test('an unreachable host has not answered', async () => {
    const { outcome } = await look(() => ({ status: UNREACHABLE, afterMs: 1 }), { ports: [1, 2] });
    expect(outcome).toMatchObject({ answered: false, reasons: { 'host-unreach': 2 }, whole: true });
  });
});

test('ends that come at once are ends, once', async () => {
  const addresses = range(1, 50).map((host) => `192.0.2.${host}`);
  const network = new FakeNetwork(() => ({ status: UNREACHABLE, afterMs: 0 }));
  const outcomes = await sweepFake(network, { addresses, ports: [1, 2, 3] });
  expect(outcomes.size).toBe(50);
  for (const outcome of outcomes.values()) expect(outcome).toMatchObject({ reasons: { 'host-unreach': 3 }, whole: true });
});

describe('silence', () => {
  test('is looked at again, each time no sooner than the deadline', async () => {
    const { network } = await look(({ port }) => (port === 1 ? OPEN : undefined), { ports: [1, 2] });
    const times = network.attempts.filter(({ port }) => port === 2).map(({ atMs }) => atMs);
    expect(times.length).toBe(4);
    for (const [index, time] of times.slice(1).entries()) expect(time - times[index]!).toBeGreaterThanOrEqual(150);
  });

  test('an answer just before the deadline of a slow host counts', async () => {
    const { outcome } = await look(() => ({ status: 0, afterMs: 480 }), { ports: range(1, 50) });
    expect(outcome.open).toEqual(range(1, 50));
  });

  test('deadlines follow the host: one that answers in 800 ms is not called silent', async () => {
    const { outcome } = await look(({ port, earlier }) => (port < 20 || earlier > 0 ? { status: 0, afterMs: 800 } : undefined), {
      ports: range(1, 60),
    });
    expect(outcome.open).toEqual(range(1, 60));
  });

  test('one loss that shows has everything asked again', async () => {
    // The open port 50000 is lost three times, 1000 only once: the second look at 1000 tells that answers get lost.
    const lost: Readonly<Record<number, number>> = { 1_000: 1, 50_000: 3 };
    const { outcome, network } = await look(
      ({ port, earlier }) => (port in lost && earlier >= lost[port]! ? OPEN : port === 22 ? OPEN : undefined),
      {
        ports: [22, 1_000, 2_000, 50_000],
        plan: { leading: 0 },
      },
    );
    expect(outcome.open.toSorted((a, b) => a - b)).toEqual([22, 1_000, 50_000]);
    expect(network.dialsOf(2_000)).toBe(4);
  });

  test('nothing is asked again where everything answers', async () => {
    const { network } = await look(({ port }) => (port % 2 ? OPEN : CLOSED), { ports: range(1, 3_000) });
    expect(network.attempts.length).toBe(3_000);
  });

  test('an address of a block that never answers is asked little twice', async () => {
    const { network } = await look(() => undefined, { ports: range(1, 200), plan: { few: false } });
    expect(network.attempts.length).toBe(200 + 16);
  });

  test('an address that stays silent on the first ports is left, when that is wanted', async () => {
    const { network, outcome } = await look(() => undefined, { ports: range(1, 200), plan: { few: false, silentAfter: 20 } });
    expect(network.attempts.every(({ port }) => port <= 20)).toBe(true);
    expect(outcome).toMatchObject({ answered: false, reasons: { 'no-response': 20 }, whole: true });
    expect(outcome.notes).toEqual(['silent on the first 20 ports: taken for absent, the others were not asked']);
  });

  test('one answer is enough to ask the rest', async () => {
    const { outcome } = await look(({ port }) => (port === 20 ? CLOSED : port === 150 ? OPEN : undefined), {
      ports: range(1, 200),
      plan: { few: false, silentAfter: 20 },
    });
    expect(outcome).toMatchObject({ open: [150], whole: true });
  });
});

describe('pace', () => {
  const within = (attempts: readonly Attempt[], ms: number) => attempts.filter(({ atMs }) => atMs - attempts[0]!.atMs < ms).length;

  test('a set rate holds, whatever answers', async () => {
    const { network } = await look(() => CLOSED, { ports: range(1, 2_000), rate: 100 });
    expect(within(network.attempts, 10_000)).toBeGreaterThanOrEqual(950);
    expect(within(network.attempts, 10_000)).toBeLessThanOrEqual(1_050);
  });

  test('with refunds only silence is held to the rate', async () => {
    const silent = await look(() => undefined, { ports: range(1, 20_000), rate: 1_000, refunds: true });
    expect(within(silent.network.attempts, 5_000)).toBeLessThanOrEqual(5_250);
    const refused = await look(() => CLOSED, { ports: range(1, 20_000), rate: 1_000, refunds: true });
    expect(within(refused.network.attempts, 5_000)).toBe(20_000);
  });

  test('more is in flight while all is well', async () => {
    const { network } = await look(() => ({ status: REFUSED, afterMs: 40 }), { ports: range(1, 5_000), plan: { firstWindow: 16 } });
    expect(Math.max(...network.attempts.map(({ inFlight }) => inFlight))).toBeGreaterThan(200);
  });

  test('hosts take turns', async () => {
    const network = new FakeNetwork(() => CLOSED);
    const addresses = range(1, 100).map((host) => `192.0.2.${host}`);
    const outcomes = await sweepFake(network, { addresses, ports: range(1, 50), plan: { few: false, firstWindow: 32 } });
    expect(new Set(network.attempts.slice(0, 400).map(({ address }) => address)).size).toBe(100);
    for (const outcome of outcomes.values()) expect(outcome.reasons).toEqual({ 'conn-refused': 50 });
  });
});

test('hosts on our own link are met no faster than the kernel can remember them', async () => {
  const addresses = range(0, 999).map((host) => `10.0.${host >> 8}.${host & 255}`);
  const network = new FakeNetwork(() => undefined);
  await sweepFake(network, { addresses, ports: [1, 2], plan: { few: false }, isNeighbour: true });
  const met = (ms: number) =>
    new Set(network.attempts.filter(({ atMs }) => atMs - network.attempts[0]!.atMs < ms).map(({ address }) => address)).size;
  expect(met(100)).toBeLessThanOrEqual(330);
  expect(met(1_000)).toBeLessThanOrEqual(510);
  expect(met(60_000)).toBe(1_000);
});

describe('shortages on our side', () => {
  test('file descriptors run out: every port is looked at in the end', async () => {
    const { outcome } = await look(
      ({ inFlight, port }) => (inFlight >= 10 ? { status: NO_FILES, afterMs: 0 } : port === 77 ? OPEN : CLOSED),
      {
        ports: range(1, 1_000),
      },
    );
    expect(outcome).toMatchObject({ open: [77], reasons: { 'conn-refused': 999 }, whole: true, notes: [] });
  });

  test('local ports run out for a while', async () => {
    const { outcome } = await look(({ earlier }) => (earlier < 3 ? { status: NO_ADDRESS, afterMs: 0 } : OPEN), { ports: range(1, 100) });
    expect(outcome).toMatchObject({ open: range(1, 100), whole: true });
  });

  test('a shortage that does not end is said, and nothing is called closed', async () => {
    const { outcome } = await look(() => ({ status: NO_ADDRESS, afterMs: 0 }), { ports: range(1, 100) });
    expect(outcome).toMatchObject({ answered: false, reasons: {}, whole: false });
    expect(outcome.notes.join()).toContain('EADDRNOTAVAIL');
  });

  test('an address that this machine cannot dial is not looked at', async () => {
    const { outcome, network } = await look(() => ({ status: NOT_POSSIBLE, afterMs: 0 }), { ports: range(1, 1_000) });
    expect(outcome).toMatchObject({ answered: false, reasons: {}, whole: false });
    expect(outcome.notes).toEqual(['this machine has no way to this address (EINVAL)']);
    expect(network.attempts.length).toBe(1);
  });

  test('the shortage of one host does not stop the others', async () => {
    const network = new FakeNetwork(({ address }) => (address === '::1' ? { status: NO_ADDRESS, afterMs: 0 } : CLOSED));
    const outcomes = await sweepFake(network, { addresses: ['::1', '192.0.2.1'], ports: range(1, 500) });
    expect(outcomes.get('192.0.2.1')).toMatchObject({ reasons: { 'conn-refused': 500 }, whole: true });
    const last = Math.max(...network.attempts.filter(({ address }) => address === '192.0.2.1').map(({ atMs }) => atMs));
    expect(last - network.attempts[0]!.atMs).toBeLessThan(200);
  });
});

describe('hosts that suffer', () => {
  test('one that falls silent in the middle is called three times, then left, and what is not known is not called filtered', async () => {
    let answers = 0;
    const { outcome, network } = await look(() => (answers++ < 300 ? CLOSED : undefined), { ports: range(1, 1_000) });
    expect(outcome.reasons).toEqual({ 'conn-refused': 300 });
    expect(outcome.whole).toBe(false);
    expect(outcome.notes.join()).toContain('stopped answering');
    expect(Math.max(...range(1, 1_000).map((port) => (port <= 300 ? network.dialsOf(port) : 0)))).toBe(4);
  });

  test('one that comes back is asked again, more gently', async () => {
    const away = ({ atMs }: Attempt) => atMs - started > 200 && atMs - started < 3_000;
    const { outcome } = await look((attempt) => (away(attempt) ? undefined : attempt.port === 900 ? OPEN : CLOSED), {
      ports: range(1, 1_000),
      plan: { leading: 0 },
      rate: 2_000,
    });
    expect(outcome).toMatchObject({ open: [900], reasons: { 'conn-refused': 999 }, whole: true });
    expect(outcome.notes.join()).toContain('asked again');
  });

  test('one that answers slower and slower is left alone after three signs', async () => {
    const { outcome, network } = await look(({ atMs }) => ({ status: REFUSED, afterMs: atMs - started < 200 ? 5 : 400 }), {
      ports: range(1, 30_000),
      plan: { firstWindow: 32 },
      rate: 500,
    });
    expect(outcome.notes).toEqual(['answered slower and slower, also when asked gently: left alone']);
    expect(outcome.whole).toBe(false);
    expect(outcome.reasons['conn-refused']).toBeLessThan(10_000);
    expect(network.attempts.at(-1)!.atMs - started).toBeGreaterThan(2_000);
  });

  test('one that limits its resets is recognised, and its open ports are found', async () => {
    let resets = 0;
    const { outcome } = await look(
      ({ port, atMs }) => {
        if (port % 1_000 === 500) return OPEN;
        // 250 a second, as BSD does.
        return resets < 1 + ((atMs - started) * 250) / 1_000 ? (resets++, CLOSED) : undefined;
      },
      { ports: range(1, 20_000), slots: 5_000 },
    );
    expect(outcome.open).toHaveLength(20);
    expect(outcome.notes).toEqual(['refuses only so many ports a second: many that stayed silent may be closed']);
    expect(outcome.whole).toBe(true);
  });

  let started = 0;
  beforeEach(() => void (started = performance.now()));
});
