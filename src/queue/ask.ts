import { setTimeout as sleep } from 'node:timers/promises';
import { mergeSurveys } from '../merge.js';
import type { Survey } from '../model.js';
import { parseSurvey } from '../schema.js';
import { connectRedis, loadQueueing, type QueueAddress, queueName } from './connect.js';
import { doneKey, KEPT_SECONDS, resultKey, shardId, type ShardJob } from './shards.js';

export interface QueueProgress {
  readonly done: number;
  readonly total: number;
}

const POLL_MS = 200;
/** A Redis that came back empty is told again what is left. */
const TELL_AGAIN_MS = 5_000;
const FETCHED_TOGETHER = 50;

/**
 * Hands the shards of an audit to the workers of a site and waits for all results. An interruption gives what has come,
 * with the missing shards named in the notes.
 */
export async function askWorkers(
  address: QueueAddress,
  jobs: readonly ShardJob[],
  signal: AbortSignal,
  onProgress: (progress: QueueProgress) => void,
): Promise<Survey> {
  const name = queueName(address.site);
  const [{ Queue }, redis] = [await loadQueueing(), await connectRedis(address)];
  const queue = new Queue(name, { connection: redis });
  queue.on('error', () => {});
  const audit = jobs[0]!.audit;
  const tell = async (left: readonly ShardJob[]) => {
    await queue.addBulk(
      left.map((job) => ({
        name: 'shard',
        data: job,
        opts: {
          jobId: shardId(job),
          attempts: 3,
          backoff: { type: 'fixed', delay: 1_000 },
          removeOnComplete: true,
          removeOnFail: { age: KEPT_SECONDS },
        },
      })),
    );
  };
  try {
    await tell(jobs);
    let done = new Set<string>();
    for (let toldAt = performance.now(); done.size < jobs.length && !signal.aborted; await sleep(POLL_MS)) {
      done = new Set(await redis.smembers(doneKey(name, audit)));
      onProgress({ done: done.size, total: jobs.length });
      if (performance.now() - toldAt > TELL_AGAIN_MS) {
        await tell(jobs.filter((job) => !done.has(shardId(job))));
        toldAt = performance.now();
      }
    }
    return await collect(
      jobs.filter((job) => done.has(shardId(job))),
      name,
      redis,
    );
  } finally {
    await queue.close();
    redis.disconnect();
  }
}

async function collect(jobs: readonly ShardJob[], queue: string, redis: Awaited<ReturnType<typeof connectRedis>>): Promise<Survey> {
  const surveys: Survey[] = [];
  for (let at = 0; at < jobs.length; at += FETCHED_TOGETHER) {
    const ids = jobs.slice(at, at + FETCHED_TOGETHER).map(shardId);
    const texts = await redis.mget(ids.map((id) => resultKey(queue, id)));
    texts.forEach((text, index) => surveys.push(parseSurvey(text ?? '', `result of shard ${ids[index]}`)));
  }
  return mergeSurveys(surveys.map((survey) => ({ name: '', survey })));
}
