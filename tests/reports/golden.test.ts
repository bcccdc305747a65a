import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FORMATS, type FormatName, render } from '../../src/reports/index.js';
import { emptyReport, hostileReport, sampleReport } from '../support/sample-report.js';

/*
 * What every reporter writes, byte for byte. After a change that is meant: UPDATE_GOLDEN=1 npm test -- golden, and
 * read the difference.
 */
const REPORTS = { sample: sampleReport(), empty: emptyReport(), hostile: hostileReport() };

describe.each(Object.entries(REPORTS))('%s report', (name, report) => {
  test.each(Object.keys(FORMATS) as FormatName[])('as %s', async (format) => {
    const file = `fixtures/reports/${name}${FORMATS[format].extensions[0]}`;
    const text = await render(report, format);
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});
