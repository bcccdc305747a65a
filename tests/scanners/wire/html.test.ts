import { expect, test } from '@jest/globals';
import { countPasswordFields, iconOf, titleOf } from '../../../src/scanners/wire/html.js';

test.each([
  ['<title>Home Assistant</title>', 'Home Assistant'],
  ['<TITLE lang="en">\n  Tom &amp; Jerry&#39;s \t box</TITLE>', "Tom & Jerry's box"],
  ['<title>never closed', ''],
  ['no title at all', ''],
  ['<title/', ''],
  [`<title>${'x'.repeat(5_000)}</title>`, 'x'.repeat(200)],
  ['<title>&#9999999;&#x110000;</title>', '&#9999999;&#x110000;'],
])('title of %.40j', (html, title) => {
  expect(titleOf(html)).toBe(title);
});

test('counts password fields however they are written', () => {
  expect(
    countPasswordFields(`<input type=password><INPUT name="p" type = 'PassWord' /><input type="text" placeholder="type=password">`),
  ).toBe(2);
});

test('finds the icon, and not the manifest or the touch icon', () => {
  expect(
    iconOf('<link rel="manifest" href="/m.json"><link rel="apple-touch-icon" href="/t.png"><link href=/f.ico rel="shortcut icon">'),
  ).toBe('/f.ico');
  expect(iconOf('<p>no icon</p>')).toBe('');
});

test('64 KiB of unfinished tags cost no time to speak of', () => {
  const hostile = '<title<input type=<link rel='.repeat(2_400);
  const before = performance.now();
  expect([titleOf(hostile), countPasswordFields(hostile), iconOf(hostile)]).toEqual(['', 0, '']);
  expect(performance.now() - before).toBeLessThan(1_000);
});
