import { UsageError } from '../errors.js';
import type { Survey } from '../model.js';
import type { PortSelection } from '../ports.js';
import { askWorkers } from '../queue/ask.js';
import { shardJobs } from '../queue/shards.js';
import { work } from '../queue/work.js';
import { allowedIn, localBlocks, type TargetPlan } from '../targets.js';
import { toolVersion } from '../version.js';
import type { Flags } from './flags.js';
import { type Io, say } from './io.js';
import { startProgress } from './progress.js';
import { modesOf } from './settings.js';

const DEFAULT_SITE = 'default';

/** The wet half on the workers of a queue. */
export async function lookThroughQueue(plan: TargetPlan, ports: PortSelection, flags: Flags, io: Io): Promise<Survey> {
  if (flags.intrusive) throw new UsageError('--intrusive is never queued: a retry would count a login twice; run it without --queue');
  const finite = (rate: number | 'max' | undefined) => (typeof rate === 'number' ? rate : undefined);
  const modes = modesOf(flags).filter((mode) => mode !== 'intrusive');
  const jobs = shardJobs(plan.targets, ports.ports, {
    ports: ports.spec,
    modes,
    rate: finite(flags.rate),
    hostRate: finite(flags.hostRate),
  });
  const progress = await startProgress(io, flags);
  try {
    return await askWorkers(addressOf(flags, io), jobs, io.signal, ({ done, total }) =>
      progress.update({ phase: 'shards', done, total, open: 0 }),
    );
  } finally {
    progress.stop();
  }
}

/** `porosity worker --queue <redis-url>`: takes shards until it is stopped. */
export async function workOnQueue(_words: readonly string[], flags: Flags, io: Io): Promise<number> {
  const allowed = flags.allow ?? ['127.0.0.0/8', '::1', ...localBlocks()];
  await work({
    ...addressOf(flags, io),
    allows: allowedIn(allowed),
    tool: { name: 'porosity', version: toolVersion() },
    signal: io.signal,
    onShard: (line) => flags.quiet || say(io, line),
  });
  return 0;
}

function addressOf({ queue, site = DEFAULT_SITE }: Flags, { env }: Io) {
  if (queue === undefined) throw new UsageError('no queue: name it with --queue redis://host:6379');
  return { url: queue, site, password: env.POROSITY_REDIS_PASSWORD };
}
