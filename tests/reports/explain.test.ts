import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { factSchemas } from '../../src/facts/index.js';
import type { FactName } from '../../src/model.js';
import { checksDocument } from '../../src/reports/checks-doc.js';
import { explainCheck, listChecks } from '../../src/reports/explain.js';
import { widthOf } from '../../src/reports/table/text.js';
import { everyCheck } from '../support/every-check.js';

const describe = (fact: FactName): string => factSchemas[fact].description ?? '';
const checks = await everyCheck();
const plain = { color: false, columns: 80, describe };

test('docs/checks.md says what the checks say (npm run docs writes it)', () => {
  expect(readFileSync('docs/checks.md', 'utf8')).toBe(checksDocument(checks, describe));
});

test('a check is explained: why, how it is tested, how to fix it, how to waive it', () => {
  const text = explainCheck(
    checks.find(({ id }) => id === 'mqtt/anonymous-access')!,
    plain,
  );
  for (const part of [
    'press every switch',
    'mqtt.anonymous-connect',
    'mqtt.config',
    '`allow_anonymous false`',
    'home-assistant:',
    'check: mqtt/anonymous-access',
    'CWE-306',
    'https://',
  ]) {
    expect(text).toContain(part);
  }
});

test.each(checks.map((check) => [check.id, check] as const))('%s fits into 80 columns but for its links', (_, check) => {
  const lines = explainCheck(check, plain).split('\n');
  for (const line of lines) if (!line.includes('https://')) expect(widthOf(line)).toBeLessThanOrEqual(80);
});

test('the list names every check with its whole title', () => {
  const text = listChecks(checks, plain).replace(/\s+/g, ' ');
  for (const { id, title } of checks) expect(text).toContain(`${id} ${title}`);
});
