import type { Finding, Note, Target, Waiver, WaiverMark } from '../model.js';
import { targetMatcher } from './target-matcher.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** An end is announced this long before. */
const NOTICE_DAYS = 14;

interface Candidate {
  readonly waiver: Waiver;
  readonly matches: (target: Target) => boolean;
  readonly daysLeft: number;
  used: boolean;
}

export interface Waivers {
  /** The mark of the first waiver in force that covers a finding, or null. */
  readonly markOf: (finding: Finding) => WaiverMark | null;
  /** Which ran out, which soon will, and which matched nothing; asked once every finding has been. */
  readonly notes: (targets: readonly Target[]) => readonly Note[];
}

/** Makes waivers ready to be asked about many findings. */
export function readyWaivers(waivers: readonly Waiver[], now: Date): Waivers {
  const candidates = waivers.map((waiver): Candidate => ({
    waiver,
    matches: waiver.target === undefined ? () => true : targetMatcher(waiver.target),
    daysLeft: daysLeft(waiver, now),
    used: false,
  }));
  const byCheck = new Map<string, readonly Candidate[]>();
  const about = (check: string) => {
    const known = byCheck.get(check) ?? candidates.filter(({ waiver }) => covers(waiver.check, check));
    byCheck.set(check, known);
    return known;
  };
  return {
    markOf(finding) {
      if (finding.outcome !== 'fail' && finding.outcome !== 'unknown') return null;
      const target = { name: finding.target, address: finding.address };
      const matching = about(finding.check).filter(
        ({ waiver, matches }) => (waiver.port === undefined || waiver.port === finding.port) && matches(target),
      );
      for (const candidate of matching) candidate.used = true;
      const inForce = matching.find(({ daysLeft }) => daysLeft >= 0);
      return inForce ? { reason: inForce.waiver.reason, expires: inForce.waiver.expires } : null;
    },
    notes: (targets) => candidates.flatMap((candidate) => noteOn(candidate, targets)),
  };
}

const covers = (wanted: string, check: string) => (wanted.endsWith('/') ? check.startsWith(wanted) : check === wanted);

/** 0 on the last day; negative from the next day on. Days are those of UTC. */
function daysLeft({ expires }: Waiver, now: Date): number {
  const today = Math.floor(now.getTime() / DAY_MS);
  return Date.parse(`${expires}T00:00:00Z`) / DAY_MS - today;
}

function noteOn({ waiver, matches, daysLeft, used }: Candidate, targets: readonly Target[]): readonly Note[] {
  const which = `waiver for ${waiver.check}${waiver.target ? ` on ${waiver.target}` : ''}${waiver.port ? ` port ${waiver.port}` : ''}`;
  if (daysLeft < 0) {
    const effect = used ? 'what it covered counts again' : 'it matched nothing';
    return [{ kind: 'warning', text: `${which} expired on ${waiver.expires}: ${effect}` }];
  }
  if (!used) {
    const absent = waiver.target !== undefined && !targets.some(matches);
    return [{ kind: 'info', text: `${which} matched nothing${absent ? ': its target was not part of this audit' : ''}` }];
  }
  if (daysLeft > NOTICE_DAYS) return [];
  const left = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
  return [{ kind: 'warning', text: `${which} runs out ${left} (${waiver.expires})` }];
}
