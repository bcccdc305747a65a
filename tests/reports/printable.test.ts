import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvCell, printable, printableJson } from '../../src/reports/printable.js';

// Written out by hand, apart from the code: what no reader may ever receive.
const DANGEROUS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
const LONE_SURROGATE = /\p{Cs}/u;
const dangerous = fc.constantFrom(
  '\u001b',
  '\u009b',
  '\u0007',
  '\r',
  '\n',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
  '\u0301',
);
const hostile = fc.array(fc.oneof(dangerous, fc.string({ unit: 'binary' })), { maxLength: 60 }).map((parts) => parts.join(''));

describe('printable', () => {
  test.each([
    ['an ANSI sequence', 'a\u001b[31mb', 'a\\x1b[31mb'],
    ['an OSC title with BEL', '\u001b]0;owned\u0007', '\\x1b]0;owned\\x07'],
    ['a C1 CSI', '\u009b31m', '\\x9b31m'],
    ['a right-to-left override', 'invoice\u202egpj.exe', 'invoice\\u{202e}gpj.exe'],
    ['a lone surrogate', 'a\ud800b', 'a\\u{d800}b'],
    ['white space', 'a\t b\r\nc\u00a0d', 'a  b c d'],
    ['a carriage return alone', 'safe\rEVIL', 'safe\\x0dEVIL'],
    ['letters of any script', 'Küche 玄関 🏠', 'Küche 玄関 🏠'],
    ['an emoji with its variation selector', '☀️', '☀️'],
    ['a variation selector that hides data', 'a\ufe0f\u{e0101}', 'a\\u{fe0f}\\u{e0101}'],
    ['a tower of marks', `e${'\u0301'.repeat(30)}`, `e${'\u0301'.repeat(3)}`],
    ['a message in tags', '\u{e0041}'.repeat(40), `${'\\u{e0041}'.repeat(4)}[+36 invisible]`],
  ])('shows %s', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test('cuts long text, and never inside a character', () => {
    expect(printable('x'.repeat(11), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(printable('🏠'.repeat(6), 10)).toBe(`${'🏠'.repeat(4)}…`);
    expect(printable('x'.repeat(10), 10)).toHaveLength(10);
  });

  test('lets nothing through that acts, whatever comes', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 10, max: 80 }), (text, limit) => {
        const shown = printable(text, limit);
        return !DANGEROUS.test(shown) && shown.length <= limit && !LONE_SURROGATE.test(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('printableJson', () => {
  test('shows nothing dangerous and loses nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = printableJson(JSON.stringify({ text }));
        return !DANGEROUS.test(json) && (JSON.parse(json) as { text: string }).text === text;
      }),
      { numRuns: 2000 },
    );
  });
});

describe('csvCell', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['＝1', "'＝1"],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ['two\nlines', 'two lines'],
    [443, '443'],
  ])('%j becomes %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});
