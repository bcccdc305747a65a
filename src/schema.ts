import type { z } from 'zod';
import { UsageError } from './errors.js';
import type { Report, Survey } from './model.js';
import { complaintOf } from './policy/issue.js';
import { reportSchema } from './schema/report.js';
import { surveySchema } from './schema/survey.js';

const SCHEMA_VERSION = 1;
/** A JavaScript string holds 512 MiB. */
export const MAX_JSON_BYTES = 500 * 1024 * 1024;

/** A survey out of a file that a stranger may have written; `name` is what the error calls it. Unknown keys are left out. */
export function parseSurvey(text: string, name: string): Survey {
  return parse(surveySchema, 'survey', text, name) as Survey;
}

/** A report out of a file that a stranger may have written; `name` is what the error calls it. Unknown keys are left out. */
export function parseReport(text: string, name: string): Report {
  return parse(reportSchema, 'report', text, name) as Report;
}

function parse(schema: z.ZodType, kind: 'survey' | 'report', text: string, name: string): unknown {
  const data = parseJson(text, name);
  const { schemaVersion, kind: found } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION) {
    throw new UsageError(
      `${name}: written by a newer porosity (schemaVersion ${schemaVersion}, this one reads ${SCHEMA_VERSION}); update porosity to read it`,
    );
  }
  if (schemaVersion !== SCHEMA_VERSION || found !== kind) {
    throw new UsageError(`${name}: is ${found === 'survey' || found === 'report' ? `a ${found}, not` : 'not'} a porosity ${kind}`);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const complaint = complaintOf(result.error.issues[0]!, data, () => []);
  throw new UsageError(`${name}: is not a valid ${kind}: ${complaint.text}`);
}

function parseJson(text: string, name: string): unknown {
  const words = text.replace(/^\uFEFF/, '').trim();
  if (words === '') throw new UsageError(`${name}: is empty`);
  try {
    return JSON.parse(words);
  } catch (error) {
    throw new UsageError(`${name}: ${isCutOff(words, String(error)) ? 'ends in the middle: it was cut off' : 'is not JSON'}`);
  }
}

/** V8 says where it stumbled: at the end of the text, or over a string that has none. */
function isCutOff(words: string, complaint: string): boolean {
  const [, position] = /at position (\d+)/.exec(complaint) ?? [];
  return /^[[{]/.test(words) && (/end of JSON input|Unterminated string/.test(complaint) || Number(position) >= words.length);
}
