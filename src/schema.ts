import { readPieces } from './files.js';
import type { Report, Survey } from './model.js';
import { Reading } from './schema/reading.js';
import { reportSchema } from './schema/report.js';
import { surveySchema } from './schema/survey.js';

/** Twenty thousand hosts with seventy findings each. */
const MAX_JSON_BYTES = 2 * 1024 * 1024 * 1024;

/** A survey out of a file that a stranger may have written; `name` is what the error calls it. Unknown keys are left out. */
export function parseSurvey(text: string, name: string): Survey {
  return surveyReading(name).push(Buffer.from(text)).end() as Survey;
}

/** A report out of a file that a stranger may have written; `name` is what the error calls it. Unknown keys are left out. */
export function parseReport(text: string, name: string): Report {
  return reportReading(name).push(Buffer.from(text)).end() as Report;
}

/** The same from a file, of any length that memory holds; one line that names it where it cannot be read. */
export const readSurvey = (path: string, name = path) => readInto(surveyReading(name), path, 'survey') as Promise<Survey>;
export const readReport = (path: string, name = path) => readInto(reportReading(name), path, 'report') as Promise<Report>;

const surveyReading = (name: string) => new Reading(surveySchema, 'survey', name);
const reportReading = (name: string) => new Reading(reportSchema, 'report', name);

async function readInto(reading: Reading, path: string, what: string): Promise<unknown> {
  for await (const chunk of readPieces(path, { what, maxBytes: MAX_JSON_BYTES })) reading.push(chunk);
  return reading.end();
}
