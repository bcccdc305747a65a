import { coverageOf } from '../coverage.js';
import type { Finding, Report, ReportedTarget } from '../model.js';

export type Absent = NonNullable<Report['absent']>[number];

/** A host in the later run, and what is asked of it about a finding that is not there any more. */
export interface LookedAgain {
  readonly run: Report['run'];
  readonly target: ReportedTarget;
  /** What the same check says in the same place now. */
  readonly now: Finding | undefined;
  /** Protocols on a port then and now. */
  readonly spokenBefore: ReadonlySet<string>;
  readonly spokenNow: ReadonlySet<string>;
}

/** Resolved only where somebody really looked again; everything else could not be compared. */
export function absence(finding: Finding, again: LookedAgain | undefined): Absent {
  const resolved = (because: string): Absent => ({ finding, why: 'resolved', because });
  const notCompared = (because: string): Absent => ({ finding, why: 'not compared', because });
  if (!again) return notCompared('its host was not part of this run');
  const { run, target, now } = again;
  if (target.state === 'down' || target.state === 'unresolved') return notCompared(`its host is ${target.state}`);
  if (now?.outcome === 'unknown') return notCompared(`the check found no answer: ${now.because}`);
  if (now) return resolved(now.because);
  const { port } = finding;
  if (port === undefined) return notCompared('the check did not run this time');
  if (target.open.some((open) => open.port === port)) return onOpenPort(port, again, resolved, notCompared);
  return coverageOf(run, target)(port) ? resolved(`port ${port} is no longer open`) : notCompared(`port ${port} was not swept this time`);
}

type Answer = (because: string) => Absent;

function onOpenPort(port: number, { spokenBefore, spokenNow }: LookedAgain, resolved: Answer, notCompared: Answer): Absent {
  const known = [...spokenNow].filter((protocol) => protocol !== 'unknown');
  const another = known.length > 0 && !known.some((protocol) => spokenBefore.has(protocol));
  return another ? resolved(`port ${port} now speaks ${known.join(' and ')}`) : notCompared('the check did not run on it this time');
}
