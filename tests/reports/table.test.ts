import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { render } from '../../src/reports/index.js';
import { joinRanges } from '../../src/reports/quiet.js';
import { widthOf, wrapped } from '../../src/reports/table/text.js';
import { finding, hostileReport, manyHosts, reportOf, sampleReport } from '../support/sample-report.js';

const linesOf = (text: string): string[] => text.split('\n');

describe.each([
  ['the host of the post', sampleReport()],
  ['a hostile host', hostileReport()],
  ['a network', manyHosts(12)],
])('%s', (_, report) => {
  test.each([80, 120, 200])('stays within %i columns', async (columns) => {
    for (const line of linesOf(await render(report, 'table', { columns }))) expect(widthOf(line)).toBeLessThanOrEqual(columns);
  });

  test('says the same with and without colour', async () => {
    const colourful = await render(report, 'table', { color: true });
    expect(colourful).toContain('\u001b[');
    expect(stripVTControlCharacters(colourful)).toBe(await render(report, 'table'));
  });

  test('never begins a line with a workflow command', async () => {
    for (const columns of [40, 80, 120]) expect(await render(report, 'table', { columns })).not.toMatch(/^\s*::/m);
  });
});

test('says the verdict first, the worst first, and what to change', async () => {
  const text = await render(sampleReport(), 'table');
  expect(linesOf(text)[2]).toBe('The gate is closed: findings at high or above');
  const places = ['smb/guest-write', 'mqtt/anonymous-access', 'ssh/debug-port-exposed', 'home-assistant/plain-http'].map((id) =>
    text.indexOf(id),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(text.replace(/\s+/g, ' ')).toContain('add an entry under `logins:` for each client');
});

test('puts the host with the worst finding first', async () => {
  const [calm, bad] = ['calm.lan', 'bad.lan'].map((name) => ({ name, address: name }));
  const [template] = sampleReport().targets;
  const report = reportOf({
    targets: [calm!, bad!].map((host) => ({ ...template!, ...host })),
    findings: [finding(bad!, 22, { check: 'ssh/terrapin', title: 'T', severity: 'medium', outcome: 'fail', because: 'b' })],
  });
  const text = await render(report, 'table');
  expect(text.indexOf('bad.lan')).toBeLessThan(text.indexOf('calm.lan'));
});

test('says once what holds for several ports of a host, and nothing twice for two hosts', async () => {
  const [one, other] = ['one.lan', 'other.lan'].map((name) => ({ name, address: name }));
  const [template] = sampleReport().targets;
  const guest = { check: 'smb/guest-write', title: 'T', severity: 'high', outcome: 'fail', because: 'b' } as const;
  const report = reportOf({
    targets: [one!, other!].map((host) => ({ ...template!, ...host })),
    findings: [finding(one!, 139, guest), finding(one!, 445, guest), finding(other!, 445, guest)],
  });
  const text = await render(report, 'table');
  expect(text.match(/^ +\S+ · smb\/guest-write|^ +139\/tcp, 445\/tcp · smb\/guest-write/gm)).toHaveLength(2);
  expect(text).toContain('139/tcp, 445/tcp · smb/guest-write');
});

test('counts the silent addresses of a block together', async () => {
  const [template] = sampleReport().targets;
  const targets = Array.from({ length: 254 }, (_, i) => ({
    ...template!,
    name: `10.0.0.${i + 1}`,
    address: `10.0.0.${i + 1}`,
    state: 'down' as const,
    fromBlock: true,
    open: [],
  }));
  expect(await render(reportOf({ targets }), 'table')).toContain('254 addresses gave no answer: 10.0.0.1-254');
});

test.each([
  [['10.0.0.1', '10.0.0.2', '10.0.0.4', 'nas'], '10.0.0.1-2, 10.0.0.4, nas'],
  [['10.0.0.255', '10.0.1.0'], '10.0.0.255, 10.0.1.0'],
  [['::1', '::2'], '::1, ::2'],
  [[], ''],
])('%j is %s', (names, text) => {
  expect(joinRanges(names)).toBe(text);
});

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['abcdefghij k', 4, ['abcd', 'efgh', 'ij k']],
  ['玄関玄関', 4, ['玄関', '玄関']],
  ['', 10, ['']],
])('%j in %i cells is %j', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test('files alone: neither ports nor hosts are spoken of', async () => {
  const sample = sampleReport();
  const targets = [{ ...sample.targets[0]!, name: 'etc/ssh', address: '', open: [] }];
  const text = await render(reportOf({ targets, services: [], findings: [], run: { ...sample.run, ports: '', modes: [] } }), 'table');
  expect(text).toContain('Nothing to report in the files of etc/ssh');
  expect(text).not.toMatch(/ports|nothing open/);
});
