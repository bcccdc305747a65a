import { describe, expect, test } from '@jest/globals';
import { SPARED_PORTS, TOP_PORTS } from '../src/knowledge/ports.js';
import { parsePorts } from '../src/ports.js';

const ascending = (ports: readonly number[]) => [...ports].sort((a, b) => a - b);

describe('parsePorts', () => {
  test('reads single ports, ranges and blanks, each port once', () => {
    expect(ascending(parsePorts('22, 80,8000-8002,80').ports)).toEqual([22, 80, 8000, 8001, 8002]);
  });

  test('asks the ports that answer most often first', () => {
    expect(parsePorts('1-1024').ports.slice(0, 3)).toEqual([80, 443, 22]);
  });

  test('`all` is every port but the ones that a connection harms, and says which', () => {
    const { ports, spared } = parsePorts('all');
    expect(ports.length + spared.length).toBe(65_535);
    expect(spared).toEqual(ascending(SPARED_PORTS.map(({ port }) => port)));
    expect(ports).not.toContain(9100);
  });

  test('a range leaves spared ports out, naming them puts them back', () => {
    expect(parsePorts('9099-9101')).toMatchObject({ ports: [9099], spared: [9100, 9101] });
    expect(parsePorts('9099-9101,9100')).toMatchObject({ spared: [9101] });
    expect(parsePorts('9100-9107').spared).toEqual([]);
  });

  test('a port that one empty connection stops for good stays out, named or not', () => {
    expect(parsePorts('21114,21122')).toMatchObject({ ports: [21114], spared: [21122] });
    expect(() => parsePorts('21122')).toThrow('cannot be asked alone');
  });

  test.each([
    ['70000', '70000'],
    ['0', '0 in'],
    ['22,,x', 'empty part'],
    ['22,x', '"x"'],
    ['', 'empty part'],
    ['80-22', 'write 22-80'],
    ['22-', '"22-"'],
    ['1e3', '"1e3"'],
    ['0x16', '"0x16"'],
    ['-1', '"-1"'],
  ])('%p is an error that names what is wrong', (spec, part) => {
    expect(() => parsePorts(spec)).toThrow(part);
  });
});

describe('the port tables', () => {
  test('every row is a port, once, with a name, a reason and a source', () => {
    for (const table of [TOP_PORTS, SPARED_PORTS]) {
      expect(new Set(table.map(({ port }) => port)).size).toBe(table.length);
      for (const row of table) {
        expect(row.port).toBeGreaterThan(0);
        expect(row.port).toBeLessThan(65_536);
        expect(row.name).toMatch(/^[a-z0-9-]+$/);
        expect(row.why.length).toBeGreaterThan(2);
        expect(row.source).toMatch(/^https:\/\//);
      }
    }
  });

  test('`top` is about 200 ports and holds none of the spared', () => {
    expect(TOP_PORTS.length).toBeGreaterThan(180);
    expect(TOP_PORTS.length).toBeLessThan(220);
    expect(parsePorts('top').spared).toEqual([]);
  });
});
