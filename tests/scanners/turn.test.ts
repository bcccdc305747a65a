import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createTurn, LOOK_HOST_RATE, LOOK_RATE } from '../../src/scanners/turn.js';

const go = () => new AbortController().signal;

/** Lets `ms` pass on the fake clock and says how many of `count` turns came by then. */
async function turnsWithin(ms: number, count: number, turn: (address: string) => Promise<void>, addressOf: (index: number) => string) {
  let turns = 0;
  for (let index = 0; index < count; index++) void turn(addressOf(index)).then(() => turns++);
  await jest.advanceTimersByTimeAsync(ms);
  return turns;
}

describe('createTurn', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test.each([10, 100, 1_000])('a rate of %p that the user set is kept within 5 %% and from the start', async (rate) => {
    const turn = createTurn({ rate, hostRate: Infinity, signal: go() });
    const turns = await turnsWithin(3_000, rate * 4, turn, () => '192.0.2.1');
    expect(Math.abs(turns - rate * 3)).toBeLessThanOrEqual(rate * 3 * 0.05);
  });

  test('by default a host gets one second’s worth at once and its rate from then on', async () => {
    const turn = createTurn({ signal: go() });
    expect(await turnsWithin(0, 500, turn, () => '192.0.2.1')).toBe(LOOK_HOST_RATE);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await turnsWithin(0, 1, turn, () => '192.0.2.1')).toBe(0);
  });

  test('by default all hosts together stay at the overall rate', async () => {
    const turn = createTurn({ signal: go() });
    const turns = await turnsWithin(9_000, 5_000, turn, (index) => `192.0.2.${index % 250}`);
    expect(turns).toBeLessThanOrEqual(LOOK_RATE * 10);
    expect(turns).toBeGreaterThanOrEqual(LOOK_RATE * 9.5);
  });

  test('one slow host does not hold up the others', async () => {
    const turn = createTurn({ hostRate: 1, signal: go() });
    void turnsWithin(0, 50, turn, () => '192.0.2.1');
    expect(await turnsWithin(10, 1, turn, () => '192.0.2.2')).toBe(1);
  });

  test('Infinity lifts both limits', async () => {
    const turn = createTurn({ rate: Infinity, hostRate: Infinity, signal: go() });
    expect(await turnsWithin(0, 5_000, turn, () => '192.0.2.1')).toBe(5_000);
  });

  test('an interruption ends the wait', async () => {
    const stop = new AbortController();
    const turn = createTurn({ rate: 1, signal: stop.signal });
    await turn('192.0.2.1');
    const waiting = turn('192.0.2.1');
    stop.abort();
    await expect(waiting).rejects.toThrow('interrupted');
    await expect(turn('192.0.2.1')).rejects.toThrow('interrupted');
  });
});
