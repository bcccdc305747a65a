import { readdirSync } from 'node:fs';

// Loads the checks one after the other: jest cannot link one module for two importers at the same moment, and the
// loader of src/checks asks for all of them at once.
const checks = new URL('../../src/checks/', import.meta.url);
for (const file of readdirSync(checks, { recursive: true, encoding: 'utf8' })) {
  if (/[\\/].*\.js$/.test(file)) await import(new URL(file, checks).href);
}

export {};
