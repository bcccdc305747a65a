import { UsageError } from './errors.js';
import type { Report, Survey } from './model.js';

/** A survey out of a file that a stranger may have written; `name` is what the error calls it. */
export function parseSurvey(_text: string, name: string): Survey {
  throw new UsageError(`${name}: surveys are not read yet`);
}

/** A report out of a file that a stranger may have written; `name` is what the error calls it. */
export function parseReport(_text: string, name: string): Report {
  throw new UsageError(`${name}: reports are not read yet`);
}
