import { expect, test } from '@jest/globals';
import { nearest, suggestion } from '../src/spelling.js';

const WORDS = ['failOn', 'minSeverity', 'mqtt/anonymous-access', 'mqtt/anonymous-subscribe', 'high'];

test.each([
  ['failon', 'failOn'],
  ['fialOn', 'failOn'],
  ['mqtt/anonymus-access', 'mqtt/anonymous-access'],
  ['hihg', 'high'],
  ['minseverty', 'minSeverity'],
  ['failOn', 'failOn'],
])('%s is near %s', (word, meant) => {
  expect(nearest(word, WORDS)).toBe(meant);
  expect(suggestion(word, WORDS)).toBe(` (did you mean "${meant}"?)`);
});

test.each(['colour', 'x', '', 'x'.repeat(100_000)])('%.20j is near nothing', (word) => {
  expect(nearest(word, WORDS)).toBeUndefined();
  expect(suggestion(word, WORDS)).toBe('');
});
