import type { Reporter } from './reporter.js';
export const table: Reporter = function* () {};
