import type { SurveyedFiles, SurveyedTarget } from '../model.js';
import type { FoundHost } from './find.js';

/** The row of a swept host. A host where nothing at all answered is `down`, not clean. */
export function surveyTarget(
  { planned, swept, portsAsked }: FoundHost,
  spared: readonly number[],
  files?: readonly SurveyedFiles[],
): SurveyedTarget {
  const looked = swept.open.length + swept.closed + swept.filtered;
  return {
    name: planned.name,
    address: planned.address,
    ...(portsAsked === 0 && planned.ports?.length ? LEFT_OUT : stateOf(swept, portsAsked)),
    ...(planned.fromBlock ? { fromBlock: true } : {}),
    ports: { swept: looked, open: swept.open.length, closed: swept.closed, filtered: swept.filtered },
    open: swept.open,
    ...(spared.length ? { spared } : {}),
    ...(files?.length ? { files } : {}),
  };
}

const LEFT_OUT = { state: 'partial', because: 'a mere connection to the port that was named does harm: it was left out' } as const;

function stateOf(swept: FoundHost['swept'], portsAsked: number): Pick<SurveyedTarget, 'state' | 'because'> {
  if (!swept.complete) return { state: 'partial', because: swept.notes.join('; ') || 'not every port was looked at' };
  if (!swept.answered && portsAsked > 0)
    return { state: 'down', because: swept.notes.join('; ') || `none of ${portsAsked} ports answered` };
  return { state: 'examined', because: '' };
}

/** A name that no address belongs to. */
export function unresolvedTarget(name: string, because: string): SurveyedTarget {
  return { name, address: '', state: 'unresolved', because, ports: { swept: 0, open: 0, closed: 0, filtered: 0 }, open: [] };
}
