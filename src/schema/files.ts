import { z } from 'zod';
import { policySchema } from '../policy/schema.js';
import { reportSchema } from './report.js';
import { surveySchema } from './survey.js';

const SCHEMAS = { report: reportSchema, survey: surveySchema, policy: policySchema };

/** The JSON Schemas that ship in the package, by file name, as text. They describe what may be written: unknown keys are allowed in reports and surveys. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema, ...body } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title: `porosity ${name}`, ...body }, null, 2)}\n`];
    }),
  );
}
