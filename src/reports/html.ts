import type { Reporter } from './reporter.js';
export const html: Reporter = function* () {};
