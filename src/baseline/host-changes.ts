import { coverageOf } from '../coverage.js';
import type { ReportedTarget, SurveyRun } from '../model.js';

/** What changed on one host. */
export interface HostChange {
  readonly name: string;
  readonly address: string;
  readonly opened: readonly number[];
  readonly closed: readonly number[];
  /** How its state differs, empty when it does not. */
  readonly state: string;
  /** Ports that are open and that the earlier run did not look at. */
  readonly newlySwept: readonly number[];
}

interface Seen {
  readonly run: SurveyRun;
  readonly target: ReportedTarget;
}

/** What is different on a host; a port counts only where both runs looked at it. */
export function hostChange(before: Seen, now: Seen): HostChange {
  const { name, address } = now.target;
  const [openBefore, openNow] = [before, now].map(({ target }) => new Set(target.open.map(({ port }) => port))) as [
    Set<number>,
    Set<number>,
  ];
  const appeared = [...openNow].filter((port) => !openBefore.has(port));
  const sweptBefore = coverageOf(before.run, before.target);
  const sweptNow = coverageOf(now.run, now.target);
  return {
    name,
    address,
    opened: appeared.filter(sweptBefore),
    closed: [...openBefore].filter((port) => !openNow.has(port) && sweptNow(port)),
    state: stateChange(before.target, now.target),
    newlySwept: reached(before.target) ? appeared.filter((port) => !sweptBefore(port)) : [],
  };
}

/** Whether anything of it is a change to the host, rather than to how it was looked at. */
export const isChange = ({ opened, closed, state }: HostChange): boolean => opened.length + closed.length > 0 || state !== '';

const reached = ({ state }: ReportedTarget) => state === 'examined' || state === 'partial';

function stateChange(before: ReportedTarget, now: ReportedTarget): string {
  const moved = reached(before) && reached(now) && before.address !== now.address ? `its address was ${before.address}` : '';
  const state = before.state === now.state ? '' : `it was ${before.state} and is ${now.state}`;
  return [state, moved].filter(Boolean).join('; ');
}
