import type { Reporter } from './reporter.js';
export const markdown: Reporter = function* () {};
