import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/model.js';
import { FORMATS, type FormatName, formatOfFile, render, renderPieces } from '../../src/reports/index.js';
import { emptyReport, finding, hostileReport, manyHosts, reportOf, sampleReport } from '../support/sample-report.js';

const NAMES = Object.keys(FORMATS) as FormatName[];
/** All but the line ends, which every format needs. */
const CONTROLS = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;
/** The longest piece may hold one host, never a network. */
const MAX_PIECE = 100_000;

describe.each(NAMES)('%s', (format) => {
  test('lets nothing invisible through', async () => {
    const text = await render(hostileReport(), format);
    expect(text).not.toMatch(CONTROLS);
    expect(text.replaceAll('\r\n', '\n')).not.toContain('\r');
  });

  test('is the same for the same report, stored and read again', async () => {
    const stored = JSON.parse(await render(sampleReport(), 'json')) as Report;
    expect(await render(stored, format)).toBe(await render(sampleReport(), format));
  });

  test('writes something also when there is nothing to say', async () => {
    const text = await render(emptyReport(), format);
    expect(text === '').toBe(format === 'jsonl');
  });

  test('streams: no piece grows with the number of hosts', async () => {
    const pieces = [...(await renderPieces(manyHosts(60), format))];
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(MAX_PIECE);
  });

  test('hides what is below --min-severity, and says so', async () => {
    const text = await render(sampleReport(), format, { minSeverity: 'medium' });
    if (format === 'openmetrics') return expect(text).toContain('severity="low"} 1');
    expect(text).toContain('smb/guest-write');
    expect(text).not.toContain('home-assistant/plain-http');
    if (['table', 'html', 'markdown', 'json'].includes(format)) expect(text).toContain('--min-severity');
  });
});

test.each(['table', 'html', 'markdown', 'junit', 'csv', 'sarif'] as const)(
  '%s hides no waiver, not even on a host without open ports',
  async (format) => {
    const [template] = sampleReport().targets;
    const waived = { waiver: { reason: 'lab', expires: '2099-01-01' }, title: 'T', severity: 'high', because: 'b' } as const;
    const findings = [
      finding(template!, undefined, { ...waived, check: 'host/failed', outcome: 'fail' }),
      finding(template!, undefined, { ...waived, check: 'host/unseen', outcome: 'unknown' }),
    ];
    const text = await render(reportOf({ targets: [{ ...template!, state: 'examined', open: [] }], findings }), format);
    for (const part of ['host/failed', 'host/unseen', '2099-01-01']) expect(text).toContain(part);
  },
);

test('an address of the wrong kind does not end the report', async () => {
  const host = { name: '[fe80::1%eth0]', address: 'fe80::1%eth0' };
  const odd = finding(host, 22, { check: 'ssh/terrapin', title: 'T', severity: 'low', outcome: 'fail', because: 'b' });
  for (const format of NAMES) await expect(render(reportOf({ findings: [odd] }), format)).resolves.toEqual(expect.any(String));
});

test.each([
  ['r.json', 'json'],
  ['r.sarif', 'sarif'],
  ['results.sarif.json', 'sarif'],
  ['dir.json/r.HTML', 'html'],
  ['r.xml', 'junit'],
  ['r.nmap.xml', 'nmap-xml'],
  ['r.md', 'markdown'],
  ['r.csv', 'csv'],
  ['r.jsonl', 'jsonl'],
  ['porosity.prom', 'openmetrics'],
  ['mail.txt', 'table'],
  ['report', undefined],
])('%s asks for %s', (file, format) => {
  expect(formatOfFile(file)).toBe(format);
});
