import type { SweepRequest, SweepResult } from './request.js';
import { SweepRun } from './sweep-run.js';

export type * from './request.js';

/** Finds open TCP ports by connecting and hanging up; says nothing to anybody. Never rejects for what a host does. */
export function sweep(request: SweepRequest): Promise<SweepResult> {
  return new SweepRun(request).result;
}
