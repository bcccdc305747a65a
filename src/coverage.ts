import { UsageError } from './errors.js';
import type { SurveyedTarget, SurveyRun } from './model.js';
import { parsePorts } from './ports.js';

const selections = new Map<string, { readonly ports: ReadonlySet<number>; readonly count: number } | undefined>();

/**
 * Which ports of a target were really looked at. A target swept less than its run asked for (`host:port`, an
 * interruption) is only known by what was open.
 */
export function coverageOf(run: SurveyRun, target: SurveyedTarget): (port: number) => boolean {
  const open = new Set(target.open.map(({ port }) => port));
  const spared = new Set(target.spared);
  const selection = selectionOf(run.ports);
  const reached = target.state !== 'down' && target.state !== 'unresolved';
  const whole = reached && selection !== undefined && target.ports.swept >= selection.count;
  return (port) => open.has(port) || (whole && !spared.has(port) && selection.ports.has(port));
}

function selectionOf(spec: string) {
  if (!selections.has(spec)) selections.set(spec, select(spec));
  return selections.get(spec);
}

/** Undefined where nothing was swept (`config`), or where a stranger's report says what is no port. */
function select(spec: string) {
  try {
    const { ports } = parsePorts(spec);
    return { ports: new Set(ports), count: ports.length };
  } catch (error) {
    if (error instanceof UsageError) return undefined;
    throw error;
  }
}
