import { UNSWEPT_PORTS } from '../knowledge/ports.js';
import type { SweepRequest, SweepResult, HostSweep } from '../scanners/sweep/index.js';
import type { SurveyOptions } from './options.js';
import type { PlannedTarget } from '../targets.js';

/** A planned target with what the sweep found. */
export interface FoundHost {
  readonly planned: PlannedTarget;
  readonly swept: HostSweep;
  readonly portsAsked: number;
}

/** An address of a block that is silent on so many ports, the ones that matter first, is taken for unused. */
const SILENT_AFTER = 1_000;

/** Sweeps every target; targets that name the same ports go together. */
export async function findOpenPorts(options: SurveyOptions): Promise<{ hosts: readonly FoundHost[]; notes: readonly string[] }> {
  const sweep = await loadEngine(options.engine);
  const { signal, rate, hostRate } = options;
  const groups = groupByPorts(options.plan.targets, options.ports.ports).map((group) => ({ ...group, ports: group.ports.filter(isSwept) }));
  const total = groups.reduce((sum, { targets, ports }) => sum + targets.length * ports.length, 0);
  const found: FoundHost[] = [];
  const notes: string[] = [];
  let doneBefore = 0;
  let openBefore = 0;
  for (const { targets, ports } of groups) {
    const result = await sweep({
      addresses: targets.map(({ address }) => address),
      ports,
      signal,
      rate,
      hostRate,
      ...(targets.every(({ fromBlock }) => fromBlock) ? { silentAfter: SILENT_AFTER } : {}),
      onProgress: ({ done, open }) => options.onProgress?.({ phase: 'sweep', done: doneBefore + done, total, open: openBefore + open }),
    });
    const planned = new Map(targets.map((target) => [target.address, target]));
    for (const swept of result.hosts) found.push({ planned: planned.get(swept.address)!, swept, portsAsked: ports.length });
    notes.push(...result.notes);
    doneBefore += targets.length * ports.length;
    openBefore += result.hosts.reduce((sum, { open }) => sum + open.length, 0);
  }
  return { hosts: found, notes };
}

const isSwept = (port: number): boolean => !UNSWEPT_PORTS.some((unswept) => unswept.port === port);

async function loadEngine(engine: SurveyOptions['engine']): Promise<(request: SweepRequest) => Promise<SweepResult>> {
  if (engine === 'nmap') return (await import('../scanners/nmap/index.js')).sweepWithNmap;
  return (await import('../scanners/sweep/index.js')).sweep;
}

interface Group {
  readonly targets: readonly PlannedTarget[];
  readonly ports: readonly number[];
}

/** Targets that ask for the same ports are swept together. */
export function groupByPorts(targets: readonly PlannedTarget[], ports: readonly number[]): readonly Group[] {
  const groups = new Map<string, { targets: PlannedTarget[]; ports: readonly number[] }>();
  for (const target of targets) {
    const own = target.share ?? target.ports ?? ports;
    const key = own === ports ? 'asked' : own.join();
    const group = groups.get(key);
    if (group) group.targets.push(target);
    else groups.set(key, { targets: [target], ports: own });
  }
  return [...groups.values()];
}
