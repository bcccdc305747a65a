import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { HostWatch } from '../../src/scanners/host-watch.js';

const HOST = '192.0.2.1';
const watch = () => {
  let turns = 0;
  return { host: new HostWatch(async () => void turns++), turns: () => turns };
};

describe('HostWatch', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('waits one turn for a host that is well', async () => {
    const { host, turns } = watch();
    for (let look = 0; look < 50; look++) host.onConnected(2 + (look % 3));
    await host.turn(HOST);
    expect(turns()).toBe(1);
    expect(host.leftAlone).toBeUndefined();
  });

  test('goes half as fast with each open port that is lost, and stops at three', async () => {
    const { host, turns } = watch();
    host.onLost(80);
    host.onLost(80);
    expect(host.missedLast).toBe(true);
    host.onConnected(2);
    expect(host.missedLast).toBe(false);
    await host.turn(HOST);
    expect(turns()).toBe(2);
    host.onLost(22);
    await host.turn(HOST);
    expect(turns()).toBe(6);
    host.onLost(443);
    await expect(host.turn(HOST)).rejects.toThrow('left alone after 3 signs of distress: open ports take no connections now (22, 80, 443)');
    expect(turns()).toBe(6);
  });

  test('slower and slower answers are signs, one a second at most', async () => {
    const { host } = watch();
    for (let look = 0; look < 20; look++) host.onConnected(5);
    for (let look = 0; look < 100; look++) host.onConnected(1_600);
    expect(host.leftAlone).toBeUndefined();
    for (let second = 0; second < 2; second++) {
      jest.advanceTimersByTime(1_000);
      host.onConnected(1_600);
    }
    await expect(host.turn(HOST)).rejects.toThrow('it answered slower and slower');
  });

  test('a host that was slow from the start is not in distress', () => {
    const { host } = watch();
    for (let look = 0; look < 100; look++) {
      jest.advanceTimersByTime(1_000);
      host.onConnected(800 + (look % 200));
    }
    expect(host.leftAlone).toBeUndefined();
  });
});
