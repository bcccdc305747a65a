import { expect, test } from '@jest/globals';
import { at, entriesOf, itemsOf, parseYaml, textOf, type YamlNode } from '../../../src/scanners/config/yaml.js';

const parse = (text: string) => parseYaml(text, 'x.yaml');
const plain = (node: YamlNode): unknown =>
  node.value instanceof Map
    ? Object.fromEntries([...node.value].map(([key, value]) => [key, plain(value)]))
    : Array.isArray(node.value)
      ? node.value.map(plain)
      : node.value;

test('scalars are those of Python', () => {
  const table: [string, unknown][] = [
    ['No', false],
    ['off', false],
    ['yes', true],
    ['On', true],
    ['y', 'y'],
    ['n', 'n'],
    ['010', 8],
    ['08', '08'],
    ['1:30', 90],
    ['12:30:45', 45045],
    ['00:00:05', '00:00:05'],
    ['1_000', 1000],
    ['0x1F', 31],
    ['-0b11', -3],
    ['1e3', '1e3'],
    ['1.5e+3', 1500],
    ['0o10', '0o10'],
    ['5.9', 5.9],
    ['~', null],
    ['', null],
    ['2026-01-01', '2026-01-01'],
    ['"off"', 'off'],
    ["'5'", '5'],
    ['::1', '::1'],
  ];
  for (const [text, value] of table) expect([text, plain(parse(`k: ${text}\n`))]).toEqual([text, { k: value }]);
});

test('the core schema leaves yes and no alone', () => {
  const parsed = parseYaml('a: yes\nb: true\nc: 0o17\nd: 1e3\ne: 22:22\n', 'x', 'yaml-1.2');
  expect(plain(parsed)).toEqual({ a: 'yes', b: true, c: 15, d: 1000, e: '22:22' });
});

test('every value knows its line', () => {
  const parsed = parse('http:\n  a: 1\n  list:\n    - x\n\n    - y\n');
  expect(at(parsed, 'http', 'a')!.place).toEqual({ file: 'x.yaml', line: 2 });
  expect(at(parsed, 'http', 'list')!.place.line).toBe(3);
  expect(itemsOf(at(parsed, 'http', 'list')).map(({ place }) => place.line)).toEqual([4, 6]);
});

test('unknown tags are kept and harm nothing', () => {
  const parsed = parse('a: !secret pw\nb: !include_dir_named packages\nc: !vault |\n  abc\nd: !weird {x: 1}\ne: !weird [1]\n');
  expect(entriesOf(parsed).map(([key, { tag, value }]) => [key, tag, typeof value === 'object' ? 'collection' : value])).toEqual([
    ['a', '!secret', 'pw'],
    ['b', '!include_dir_named', 'packages'],
    ['c', '!vault', 'abc\n'],
    ['d', '!weird', 'collection'],
    ['e', '!weird', 'collection'],
  ]);
});

test('the last of two equal keys wins; merge keys yield to written ones', () => {
  expect(plain(parse('a: 1\na: 2\n'))).toEqual({ a: 2 });
  expect(plain(parse('base: &b {x: 1, y: 2}\nuse:\n  <<: *b\n  y: 3\n'))).toEqual({ base: { x: 1, y: 2 }, use: { x: 1, y: 3 } });
});

test('a byte order mark and CR LF are fine', () => {
  expect(plain(parse('\ufeffa: 1\r\nb: off\r\n'))).toEqual({ a: 1, b: false });
});

test('empty documents are null', () => {
  for (const text of ['', '# only a comment\n', '---\n', '~']) expect(parse(text).value).toBeNull();
});

test('textOf gives scalars only', () => {
  const parsed = parse('a: 5\nb: [1]\nc:\n');
  expect(['a', 'b', 'c', 'd'].map((key) => textOf(at(parsed, key)))).toEqual(['5', undefined, undefined, undefined]);
});

test('broken text names file and line', () => {
  expect(() => parse('a: 1\n  b: 2\n')).toThrow(/^x\.yaml:\d: /);
  expect(() => parse('a: [1, 2\nb: 3\n')).toThrow(/^x\.yaml:\d: /);
  expect(() => parse('a: "never closed\n')).toThrow(/^x\.yaml:/);
  expect(() => parse('a: 1\n---\nb: 2\n')).toThrow(/^x\.yaml:/);
  expect(() => parse('a: *nothing\n')).toThrow(/^x\.yaml:/);
});

test('bombs end quickly', () => {
  const laughs = Array.from(
    { length: 12 },
    (_, i) =>
      `l${i}: &l${i} [${Array(9)
        .fill(i === 0 ? 'lol' : `*l${i - 1}`)
        .join(', ')}]`,
  ).join('\n');
  const before = performance.now();
  expect(() => parse(laughs)).toThrow('aliases counted');
  expect(() => parse('['.repeat(100_000))).toThrow('nested too deep');
  expect(() => parse('- '.repeat(100_000))).toThrow('nested too deep');
  expect(() => parse('? '.repeat(100_000))).toThrow('nested too deep');
  expect(() => parse('{a: '.repeat(5_000))).toThrow();
  expect(() => parse(`a:\n${' '.repeat(100_000)}b: x y\n`)).toThrow('nested too deep');
  expect(() => parse(Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}k:`).join('\n'))).toThrow('nested too deep');
  expect(performance.now() - before).toBeLessThan(5_000);
});

test('every prefix of a document parses or fails cleanly', () => {
  const text = 'homeassistant:\n  packages: !include_dir_named packages\nhttp: &h\n  list: ["a", \'b\', c]\n  text: |\n    x\nother: *h\n';
  for (let length = 0; length <= text.length; length++) {
    try {
      parse(text.slice(0, length));
    } catch (error) {
      expect((error as Error).name).toBe('ProbeError');
    }
  }
});
