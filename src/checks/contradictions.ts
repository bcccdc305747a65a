import type { Exhibit, Verdict } from '../model.js';
import { answersOf, type Check, type CheckContext, failWith, notApplicable, pass } from './check.js';

/** Below that the files only suppose: a default of an unknown release, a share whose files may refuse what it allows. */
const SURE = { pass: 85, fail: 90 } as const;
/** Files of another installation would look the same as files that are not in force. */
const BY_CONTRADICTION = 80;

/** Whether a running server does what its files say: a verdict on the answers that wire and files give to other checks. */
export function judgeContradictions(checks: readonly Check[], context: CheckContext, seen: Exhibit): Verdict {
  if (context.subject.port === undefined) return notApplicable('only files were looked at');
  const both = checks.map((check) => answersOf(check, context));
  const found = both.flatMap(({ wire, files }) => {
    if (!wire || !files || !isDecided(wire) || !isDecided(files) || wire.outcome === files.outcome) return [];
    if ((files.confidence ?? 100) < SURE[files.outcome]) return [];
    return [{ because: `its file: ${files.because}; the wire: ${wire.because}`, exhibits: [...files.exhibits, ...wire.exhibits] }];
  });
  if (found.length > 0) {
    const because = found.map((one) => one.because).join('. ');
    return failWith({ confidence: BY_CONTRADICTION }, because, ...found.flatMap(({ exhibits }) => exhibits));
  }
  const compared = both.some(({ wire, files }) => wire && files && isDecided(wire) && isDecided(files));
  return compared
    ? pass('nothing seen on the wire contradicts them', seen)
    : notApplicable('nothing that they say can be seen on the wire');
}

const isDecided = (verdict: Verdict): verdict is Extract<Verdict, { outcome: 'pass' | 'fail' }> =>
  verdict.outcome === 'pass' || verdict.outcome === 'fail';
