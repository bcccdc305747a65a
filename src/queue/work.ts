import type { Survey, Tool } from '../model.js';
import { parsePorts } from '../ports.js';
import { survey } from '../survey.js';
import { connectRedis, loadQueueing, type QueueAddress, queueName } from './connect.js';
import { doneKey, KEPT_SECONDS, resultKey, shardId, type ShardJob, shardJob } from './shards.js';

export interface WorkOptions extends QueueAddress {
  /** What this worker may look at, whatever a job says. */
  readonly allows: (address: string) => boolean;
  readonly tool: Tool;
  readonly signal: AbortSignal;
  readonly onShard: (line: string) => void;
}

/** A worker that died is noticed after this long, and its shard given to another. */
const LOCK_MS = 10_000;
const STALLED_CHECK_MS = 4_000;
const MAX_STALLS = 5;
/** A shard mostly waits: for silence, and for its rate. */
const SHARDS_AT_ONCE = 4;

/** Works on the shards of a site's queue until the signal is aborted; the shard in hand is given back. */
export async function work(options: WorkOptions): Promise<void> {
  const { signal } = options;
  const name = queueName(options.site);
  const { Worker } = await loadQueueing();
  const [redis, store] = [await connectRedis(options), await connectRedis(options)];
  const worker = new Worker(
    name,
    async ({ data }) => {
      const job = shardJob.parse(data);
      const id = shardId(job);
      const result = await surveyShard(job, options);
      // An interrupted look is no result: another worker does it again.
      if (signal.aborted) throw new Error('interrupted');
      await store.set(resultKey(name, id), JSON.stringify(result), 'EX', KEPT_SECONDS, 'NX');
      await store.multi().sadd(doneKey(name, job.audit), id).expire(doneKey(name, job.audit), KEPT_SECONDS).exec();
      options.onShard(`shard ${job.shard.index}/${job.shard.count}: ${job.targets.length} targets, ${result.services.length} services`);
    },
    {
      connection: redis,
      concurrency: SHARDS_AT_ONCE,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_CHECK_MS,
      maxStalledCount: MAX_STALLS,
    },
  );
  worker.on('error', () => {});
  worker.on('failed', (job, error) => options.onShard(`shard ${job?.id ?? ''} failed: ${error.message}`));
  await new Promise((resolve) => (signal.aborted ? resolve(undefined) : signal.addEventListener('abort', resolve, { once: true })));
  await worker.close();
  redis.disconnect();
  store.disconnect();
}

async function surveyShard(job: ShardJob, { allows, tool, signal }: WorkOptions): Promise<Survey> {
  const mine = job.targets.filter(({ address }) => allows(address));
  const seen = await survey({
    plan: { targets: mine, unresolved: [] },
    ports: parsePorts(job.ports),
    modes: job.modes,
    rate: job.rate,
    hostRate: job.hostRate,
    engine: 'connect',
    shard: job.shard,
    tool,
    signal,
  });
  const refused = job.targets.filter(({ address }) => !allows(address));
  return {
    ...seen,
    targets: [
      ...seen.targets,
      ...refused.map(({ name, address, fromBlock }) => ({
        name,
        address,
        state: 'partial' as const,
        because: 'the worker may not look at this network (--allow)',
        ...(fromBlock ? { fromBlock } : {}),
        ports: { swept: 0, open: 0, closed: 0, filtered: 0 },
        open: [],
      })),
    ],
  };
}
