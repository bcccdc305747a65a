// npm run schemas: writes the JSON Schemas of report, survey and policy from the zod schemas in src/schema and src/policy.
import { writeFileSync } from 'node:fs';
import { schemaFiles } from '../dist/src/schema/files.js';

for (const [name, text] of Object.entries(schemaFiles())) writeFileSync(new URL(name, import.meta.url), text);
