import type { CheckMeta, Report, Severity } from '../model.js';

export interface RenderOptions {
  /** Terminal colours; only the table knows them. */
  readonly color: boolean;
  /** Width of the terminal; only the table asks. */
  readonly columns: number;
  /** What is shown. The counts and the gate stay those of the whole report. */
  readonly minSeverity?: Severity;
  /** The metas of the checks: SARIF and HTML take the reasons from them. Without them they have the titles alone. */
  readonly checks?: readonly CheckMeta[];
  /** The policy that governed the audit, relative to the working directory: where SARIF puts a finding that no file caused. */
  readonly policyFile?: string;
}

/** Prints and never computes: a report in, text out, in pieces, so that ten thousand hosts need no room in memory. */
export type Reporter = (report: Report, options: RenderOptions) => Iterable<string>;
