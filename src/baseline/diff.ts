import { compareWithBaseline, type HostChange } from '../baseline.js';
import { EXIT } from '../exit.js';
import type { Finding, Note, Report, SurveyRun, Tool } from '../model.js';
import type { Absent } from './absent.js';

/** What differs between two reports, sorted by what it means. */
export interface Diff {
  readonly schemaVersion: 1;
  readonly kind: 'diff';
  readonly tool: Tool;
  readonly before: SurveyRun;
  readonly now: SurveyRun;
  readonly new: readonly Finding[];
  readonly changed: readonly Finding[];
  readonly resolved: readonly Absent[];
  readonly notCompared: readonly Absent[];
  readonly hosts: readonly HostChange[];
  readonly notes: readonly Note[];
  /** 1: something new fails that is not waived; else 3: something could not be compared; else 0. */
  readonly exitCode: number;
}

/** Holds two stored reports against each other. What fails is new, changed or resolved; what is unknown is nothing yet. */
export function diffReports(before: Report, now: Report): Diff {
  const { findings, absent, hosts, notes } = compareWithBaseline(now, before);
  const failing = findings.filter(({ outcome }) => outcome === 'fail');
  const added = failing.filter(({ baseline }) => baseline === 'new');
  const notCompared = absent.filter(({ why }) => why === 'not compared');
  const closes = added.some(({ waiver, severity }) => waiver === null && severity !== 'info');
  return {
    schemaVersion: 1,
    kind: 'diff',
    tool: now.tool,
    before: before.run,
    now: now.run,
    new: added,
    changed: failing.filter(({ baseline }) => baseline === 'changed'),
    resolved: absent.filter(({ why }) => why === 'resolved'),
    notCompared,
    hosts,
    notes,
    exitCode: closes ? EXIT.closed : notCompared.length > 0 ? EXIT.incomplete : EXIT.fine,
  };
}
