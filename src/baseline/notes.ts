import type { Note, Report, ReportedTarget } from '../model.js';
import type { HostChange } from './host-changes.js';

const MAX_NAMES = 5;

/** How the two runs differ, where that limits what their comparison can say. */
export function comparabilityNotes(before: Report, now: Pick<Report, 'run' | 'targets'>, common: number): readonly Note[] {
  if (common === 0 && now.targets.length > 0) {
    const others = before.targets.map(({ name }) => name);
    const names =
      others.length > MAX_NAMES ? `${others.slice(0, MAX_NAMES).join(', ')} and ${others.length - MAX_NAMES} more` : others.join(', ');
    return [warn(`the baseline is about other hosts (${names || 'none'}): everything counts as new`)];
  }
  const differences = [
    ...differs('swept ports', before.run.ports, now.run.ports),
    ...differs('looked', before.run.modes.join(' and '), now.run.modes.join(' and ')),
    ...differs('stood at', before.run.vantage ?? '', now.run.vantage ?? ''),
  ];
  return [
    ...(before.run.incomplete ? [warn('the baseline is an interrupted run: what it did not look at counts as new')] : []),
    ...(differences.length > 0 ? [inform(`only what both runs looked at is compared: ${differences.join('; ')}`)] : []),
  ];
}

function differs(what: string, before: string, now: string): readonly string[] {
  return before === now ? [] : [`the baseline ${what} "${before}", this run "${now}"`];
}

/** What a host's comparison says in words. */
export function hostNotes({ name, opened, closed, newlySwept, state }: HostChange): readonly Note[] {
  return [
    ...(state ? [inform(`since the baseline: ${state}`, name)] : []),
    ...(opened.length ? [warn(`open now and not in the baseline: ${listPorts(opened)}`, name)] : []),
    ...(closed.length ? [inform(`open in the baseline and not now: ${listPorts(closed)}`, name)] : []),
    ...(newlySwept.length
      ? [inform(`open, and not looked at in the baseline: ${listPorts(newlySwept)}; what was found there counts as new`, name)]
      : []),
  ];
}

export const newHostNote = ({ name }: ReportedTarget): Note => inform('is not in the baseline: everything on it counts as new', name);

export const otherKeysNote = ({ name }: ReportedTarget): Note =>
  warn('shows other host keys than in the baseline: it was set up anew, or another machine answers', name);

function listPorts(ports: readonly number[]): string {
  return `${ports.length === 1 ? 'port' : 'ports'} ${ports.join(', ')}`;
}

const warn = (text: string, target?: string): Note => ({ kind: 'warning', text, ...(target ? { target } : {}) });
const inform = (text: string, target?: string): Note => ({ kind: 'info', text, ...(target ? { target } : {}) });
