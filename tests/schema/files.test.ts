import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { acceptingPolicy, initialPolicy } from '../../src/init.js';
import { schemaFiles } from '../../src/schema/files.js';
import { emptyReport, hostileReport, sampleReport } from '../support/sample-report.js';
import { porosity } from '../support/porosity.js';

const validators: Record<string, ValidateFunction> = {};
beforeAll(() => {
  for (const name of ['report', 'survey', 'policy']) {
    const ajv = new Ajv2020({ strictSchema: true, strictTypes: false, allErrors: true });
    addFormats.default(ajv);
    validators[name] = ajv.compile(JSON.parse(readFileSync(join('schemas', `${name}.schema.json`), 'utf8')) as object);
  }
});
function complaintsAbout(name: string, data: unknown): unknown {
  const validate = validators[name]!;
  return validate(JSON.parse(JSON.stringify(data))) ? [] : validate.errors;
}

test.each(Object.entries(schemaFiles()))('schemas/%s is what `npm run schemas` writes', (name, text) => {
  expect(readFileSync(join('schemas', name), 'utf8')).toBe(text);
});

describe('a stranger with the schemas', () => {
  test.each([
    ['a sample', sampleReport()],
    ['nothing', emptyReport()],
    ['hostile words', hostileReport()],
  ])('finds nothing wrong with a report of %s', (_, report) => expect(complaintsAbout('report', report)).toEqual([]));

  test('nor with what the program itself writes', async () => {
    const survey = await porosity(['survey', '127.0.0.1', '-p', '1', '-f', 'json']);
    expect(complaintsAbout('survey', JSON.parse(survey.stdout))).toEqual([]);
    const report = await porosity(['evaluate', '-', '-f', 'json'], { input: survey.stdout });
    expect(complaintsAbout('report', JSON.parse(report.stdout))).toEqual([]);
  });

  test('nor with the policies that init writes', () => {
    expect(complaintsAbout('policy', parse(initialPolicy()))).toEqual([]);
    expect(complaintsAbout('policy', parse(acceptingPolicy(sampleReport())))).toEqual([]);
  });

  test('allows keys of a newer minor version in a report', () => {
    expect(complaintsAbout('report', { ...sampleReport(), later: true })).toEqual([]);
  });

  test.each<[string, string, unknown]>([
    ['a report without gate', 'report', { ...sampleReport(), gate: undefined }],
    ['a report as a survey', 'survey', sampleReport()],
    ['a report of version 2', 'report', { ...sampleReport(), schemaVersion: 2 }],
    ['a misspelt key of a policy', 'policy', { failon: 'high' }],
    ['a waiver without reason', 'policy', { waivers: [{ check: 'mqtt/', expires: '2027-01-01' }] }],
    ['a waiver without an end', 'policy', { waivers: [{ check: 'mqtt/', reason: 'r' }] }],
  ])('refuses %s', (_, name, data) => expect(complaintsAbout(name, data)).not.toEqual([]));
});
