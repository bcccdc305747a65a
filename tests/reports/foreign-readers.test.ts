import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import * as formats from 'ajv-formats';
import type { Log } from 'sarif';
import sax from 'sax';
import type { Report } from '../../src/model.js';
import { type FormatName, render } from '../../src/reports/index.js';
import { printableJson } from '../../src/reports/printable.js';
import { parseReport } from '../../src/schema.js';
import { emptyReport, hostileReport, manyHosts, sampleReport } from '../support/sample-report.js';

const REPORTS: readonly (readonly [string, Report])[] = [
  ['sample', sampleReport()],
  ['empty', emptyReport()],
  ['hostile', hostileReport()],
  ['crowded', manyHosts(20)],
];
const NMAP_DTD = '/usr/share/nmap/nmap.dtd';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'porosity-reports-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function written(report: Report, format: FormatName, name: string): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await render(report, format));
  return file;
}

const isInstalled = (program: string): boolean => spawnSync(program, ['--help']).error === undefined;
const canValidate = isInstalled('xmllint') && existsSync(NMAP_DTD);
const canCompare = isInstalled('ndiff');
if (!canValidate) console.warn('skipped: xmllint (libxml2-utils) or the DTD of nmap is not installed');
if (!canCompare) console.warn('skipped: ndiff is not installed');

describe.each(REPORTS)('%s report', (name, report) => {
  const failing = report.findings.filter(({ outcome }) => outcome === 'fail');

  test('JSON is the report, and its own schema takes it', async () => {
    const text = await render(report, 'json');
    expect(JSON.parse(text)).toEqual(report);
    expect(text).toBe(printableJson(`${JSON.stringify(JSON.parse(text), null, 2)}\n`));
    expect(parseReport(text, name)).toEqual(report);
  });

  test('JSON lines are the findings', async () => {
    const lines = (await render(report, 'jsonl')).split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(report.findings);
  });

  test('SARIF satisfies the published schema', async () => {
    // Draft 4 and 2019 differ here in the name of the id alone.
    const {
      id,
      $schema: _,
      ...schema
    } = JSON.parse(readFileSync('fixtures/schemas/sarif-schema-2.1.0.json', 'utf8')) as Record<string, unknown>;
    const ajv = new Ajv({ strict: false, allErrors: true });
    (formats.default as unknown as (ajv: Ajv) => void)(ajv);
    const validate = ajv.compile({ ...schema, $id: String(id) });
    const log = JSON.parse(await render(report, 'sarif', { policyFile: 'porosity.yaml' })) as Log;
    expect(validate(log) ? [] : validate.errors).toEqual([]);
    expect(log.$schema).toBe(id);
  });

  test('SARIF results are the failures, each with a place that GitHub takes', async () => {
    const [run] = (JSON.parse(await render(report, 'sarif')) as Log).runs;
    const rules = run!.tool.driver.rules!;
    expect(run!.results).toHaveLength(failing.length);
    expect(rules.map(({ id }) => id)).toEqual([...new Set(report.findings.map(({ check }) => check))].sort());
    for (const [i, result] of run!.results!.entries()) {
      expect(rules[result.ruleIndex!]!.id).toBe(result.ruleId);
      expect(result.suppressions).toHaveLength(failing[i]!.waiver ? 1 : 0);
      const uri = result.locations![0]!.physicalLocation!.artifactLocation!.uri!;
      expect(uri).not.toMatch(/^[a-z]+:|^\/|\.\.|[^\x21-\x7e]/i);
    }
  });

  test.each(['junit', 'nmap-xml'] as const)('%s is well-formed', async (format) => {
    const parser = sax.parser(true);
    const errors: string[] = [];
    parser.onerror = (error) => void errors.push(error.message);
    parser.write(await render(report, format)).close();
    expect(errors).toEqual([]);
  });

  test('JUnit counts add up', async () => {
    const text = await render(report, 'junit');
    const of = (attribute: string): number => Number(new RegExp(`<testsuites [^>]*\\b${attribute}="(\\d+)"`).exec(text)![1]);
    const occurrences = (tag: string): number => text.split(`<${tag}`).length - 1;
    expect(of('failures')).toBe(failing.filter(({ waiver }) => !waiver).length);
    expect([of('tests'), of('failures'), of('errors'), of('skipped')]).toEqual(
      ['testcase ', 'failure ', 'error ', 'skipped '].map(occurrences),
    );
  });

  (canValidate ? test : test.skip)('nmap XML is valid against the DTD of nmap', async () => {
    const file = await written(report, 'nmap-xml', `${name}.xml`);
    const { stderr } = spawnSync('xmllint', ['--noout', '--dtdvalid', NMAP_DTD, file], { encoding: 'utf8' });
    expect(stderr).toBe('');
  });

  (canCompare ? test : test.skip)('ndiff reads the nmap XML', async () => {
    const [before, after] = [await written(emptyReport(), 'nmap-xml', 'before.xml'), await written(report, 'nmap-xml', 'after.xml')];
    const { stdout, stderr } = spawnSync('ndiff', [before, after], { encoding: 'utf8' });
    expect(stderr).toBe('');
    for (const { open } of report.targets) for (const { port } of open) expect(stdout).toMatch(new RegExp(`^\\+${port}/tcp +open`, 'm'));
  });

  test('CSV has one even row a finding, and no formula', async () => {
    const rows = (await render(report, 'csv')).split('\r\n').slice(0, -1).map(cellsOf);
    expect(rows).toHaveLength(report.findings.length + 1);
    for (const row of rows) {
      expect(row).toHaveLength(rows[0]!.length);
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }
  });

  test('OpenMetrics declares every sample before it stands', async () => {
    const lines = (await render(report, 'openmetrics')).split('\n');
    expect(lines.slice(-2)).toEqual(['# EOF', '']);
    let declared = '';
    for (const line of lines.slice(0, -2)) {
      if (line.startsWith('# TYPE ')) declared = line.split(' ')[2]!;
      else if (!line.startsWith('# HELP ')) expect(line).toMatch(new RegExp(`^${declared}(\\{(\\w+="([^"\\\\]|\\\\.)*",?)*\\})? [\\d.]+$`));
    }
  });

  test('Markdown fits into a comment', async () => {
    const text = await render(report, 'markdown');
    expect(text.length).toBeLessThan(65_536);
    // Outside of code there is no HTML but the frame's own, no mention and no link that a host has chosen.
    const prose = text.replaceAll('\\|', '').replace(/`[^`\n]*`/g, '');
    expect(prose.replace(/<\/?(details|summary|sub)>|<https:[^\s<>]*>/g, '')).not.toMatch(/<[a-z/]|@|\]\(|javascript:/i);
  });
});

function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!);
}

test('a Markdown comment stays within its bounds for a network of hostile hosts', async () => {
  const hostile = hostileReport();
  const many = {
    ...hostile,
    findings: Array.from({ length: 500 }, () => hostile.findings).flat(),
    targets: Array.from({ length: 500 }, () => hostile.targets).flat(),
  };
  expect((await render(many, 'markdown')).length).toBeLessThan(65_536);
});
