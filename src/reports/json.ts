import { fold } from '../folded.js';
import type { Report } from '../model.js';
import { jsonPieces } from './json-pieces.js';
import type { Reporter } from './reporter.js';
import { shownFrom } from './shown.js';

/** The report itself: two-space JSON, keys in the order of the contract, the same bytes for the same report. */
export const json: Reporter = function* (report, { minSeverity }) {
  const { schemaVersion, kind, tool, run, targets, services, findings, absent, notes, summary, gate, ...added }: Report = shownFrom(
    report,
    minSeverity,
  );
  yield* jsonPieces({
    schemaVersion,
    kind,
    tool,
    run,
    targets: fold(targets),
    services: services.values(),
    findings: findings.values(),
    absent: absent?.values(),
    notes: notes.values(),
    summary,
    gate,
    ...added,
  });
  yield '\n';
};
