import { describe, expect, test } from '@jest/globals';
import { Window } from '../../../src/scanners/sweep/window.js';

const many = 100;
function grown(window: Window, connections: number, now: number): Window {
  for (let end = 0; end < connections; end++) window.grow(now);
  return window;
}

describe('Window', () => {
  test('doubles with each round trip', () => {
    expect(grown(new Window(16), 16, 0).connections).toBe(32);
  });

  test('one loss among few answers halves it, but not below where it began', () => {
    const window = grown(new Window(100), 900, 0);
    window.noteLoss(0);
    expect(window.connections).toBe(500);
    for (let second = 1; second < 5; second++) window.noteLoss(second * 1_000);
    expect(window.connections).toBe(100);
  });

  test('losses by chance leave it where it began', () => {
    const window = new Window(100);
    for (let answer = 0; answer < 19 * many; answer++) window.notePrompt();
    for (let loss = 0; loss < many; loss++) window.noteLoss(loss * 1_000);
    expect(window.connections).toBe(100);
  });

  test('too much at once closes it, again and again, and from then on it opens slowly', () => {
    const window = new Window(256);
    for (let second = 0; second < 10; second++) for (let loss = 0; loss < 30; loss++) window.noteLoss(second * 1_000);
    expect(window.connections).toBe(16);
    expect(window.gentle).toBe(true);
    expect(grown(window, 16, 20_000).connections).toBe(16);
    expect(grown(window, 16, 20_000).connections).toBe(17);
  });

  test('many losses of one moment count once', () => {
    const window = new Window(256);
    for (let loss = 0; loss < many; loss++) window.noteLoss(5);
    expect(window.connections).toBeGreaterThanOrEqual(128);
  });
});
