import { UsageError } from '../errors.js';
import type { Survey, SurveyedFiles } from '../model.js';
import { parsePorts, type PortSelection } from '../ports.js';
import { mergeSurveys } from '../merge.js';
import { finishedPart, remaining } from '../survey/resume.js';
import { parseShard, shareOf } from '../survey/shard.js';
import { expandLists, planTargets, type TargetPlan } from '../targets.js';
import { toolVersion } from '../version.js';
import type { Flags } from './flags.js';
import { type Io, readInput, say } from './io.js';
import { startProgress } from './progress.js';
import { modesOf, ratesOf, readInterrupted } from './settings.js';

/** The wet half as the command line asks for it: everything is understood before the first packet. */
export async function look(words: readonly string[], flags: Flags, io: Io): Promise<Survey | undefined> {
  const asked = parsePorts(flags.ports ?? 'top');
  const files = await readConfigurations(flags.config ?? []);
  const shard = flags.shard === undefined ? undefined : parseShard(flags.shard);
  const whole = await planFrom(words, flags, io);
  const ports = portsNamedBy(whole) ?? asked;
  const earlier = flags.resume === undefined ? undefined : await readInterrupted(flags.resume);
  const left = earlier && flags.resume ? remaining(whole, earlier, ports.spec, flags.resume) : whole;
  const plan = shard ? { ...left, targets: shareOf(left.targets, ports.ports, shard) } : left;
  const options = {
    plan,
    ports,
    files,
    shard,
    vantage: flags.vantage,
    modes: modesOf(flags),
    ...ratesOf(flags),
    engine: flags.engine ?? 'connect',
    portsOnly: flags.portsOnly,
    tool: { name: 'porosity', version: toolVersion() },
    signal: io.signal,
  } as const;
  if (flags.dryRun) {
    const { describePlan } = await import('../survey/plan.js');
    for (const line of describePlan(options)) io.stdout.write(`${line}\n`);
    return undefined;
  }
  if (flags.queue !== undefined) return (await import('./queue.js')).lookThroughQueue(plan, ports, flags, io);
  const { survey } = await import('../survey.js');
  const progress = await startProgress(io, flags);
  try {
    const seen = await survey({ ...options, onProgress: progress.update });
    return earlier ? mergeSurveys([finishedPart(earlier), seen].map((part) => ({ name: 'resumed', survey: part }))) : seen;
  } finally {
    progress.stop();
  }
}

async function planFrom(words: readonly string[], flags: Flags, io: Io) {
  const texts = await expandLists(words, () => readInput(io));
  if (texts.length === 0)
    throw new UsageError('no target: name an address, a name, a block (192.168.0.0/24), @file or - (see porosity --help)');
  const plan = await planTargets(texts, { exclude: flags.exclude ?? [], allowPublic: flags.public ?? false });
  if (plan.targets.length + plan.unresolved.length === 0) throw new UsageError('no target left: everything named is excluded');
  if (texts.includes('local')) say(io, `local: ${plan.targets.length} addresses of this machine's networks`);
  for (const { name, because } of plan.unresolved) say(io, `${name}: ${because}`);
  return plan;
}

/** The ports of the targets, where all of them name their own: nothing else is swept then. */
function portsNamedBy({ targets }: TargetPlan): PortSelection | undefined {
  const named = targets.map(({ ports }) => ports ?? []);
  if (named.length === 0 || named.some((ports) => ports.length === 0)) return undefined;
  return parsePorts([...new Set(named.flat())].sort((a, b) => a - b).join(','));
}

/** What was read from each of the paths. */
export async function readConfigurations(paths: readonly string[]): Promise<readonly SurveyedFiles[]> {
  if (paths.length === 0) return [];
  const { readConfiguration } = await import('../scanners/config/index.js');
  return (await Promise.all(paths.map((path) => readConfiguration(path)))).flat();
}
