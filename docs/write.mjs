// Writes docs/checks.md from the built checks: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { loadChecks } from '../dist/src/checks/index.js';
import { factSchemas } from '../dist/src/facts/index.js';
import { checksDocument } from '../dist/src/reports/checks-doc.js';

const text = checksDocument(await loadChecks(), (fact) => factSchemas[fact].description ?? '');
writeFileSync(new URL('checks.md', import.meta.url), text);
