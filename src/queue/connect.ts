import type { Redis } from 'ioredis';
import { UsageError } from '../errors.js';

export interface QueueAddress {
  readonly url: string;
  /** One queue a site: a worker only looks at the network it stands in. */
  readonly site: string;
  /** From the environment, never from the command line. */
  readonly password?: string;
}

const CONNECT_MS = 5_000;
const RETRY_MS = 500;
/** BullMQ needs streams and the commands of this release. */
const OLDEST_MAJOR = 5;

/** The name of a site's queue; BullMQ allows no colon. Throws a UsageError for a name that is none. */
export function queueName(site: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/i.test(site)) throw new UsageError(`--site "${site}": letters, digits and dashes, at most 64`);
  return `porosity-${site}`;
}

/** Loads what the queue needs, which is installed only where somebody wants it. */
export async function loadQueueing() {
  try {
    const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { Queue: bullmq.Queue, Worker: bullmq.Worker, Redis: ioredis.Redis };
  } catch {
    throw new UsageError('--queue needs two packages more: npm install bullmq ioredis');
  }
}

/**
 * A connection to Redis that outlives its restarts. Throws a UsageError of one line where it cannot be had: no Redis, a
 * wrong password, no TLS, too old.
 */
export async function connectRedis({ url, password }: Omit<QueueAddress, 'site'>): Promise<Redis> {
  const { Redis } = await loadQueueing();
  const redis = new Redis(checked(url), {
    password,
    maxRetriesPerRequest: null,
    connectTimeout: CONNECT_MS,
    retryStrategy: () => RETRY_MS,
    lazyConnect: true,
  });
  // Without a listener a lost connection would end the process; it is made again by itself.
  let trouble = '';
  redis.on('error', (error: Error & { code?: string }) => (trouble = error.code ?? error.message));
  try {
    const info = await Promise.race([redis.info('server'), late(() => trouble)]);
    const version = /redis_version:(\d+)\.(\d+)/.exec(info);
    if (Number(version?.[1] ?? 0) < OLDEST_MAJOR)
      throw new Error(`it is version ${version?.[0].slice(14) ?? 'unknown'}, needs ${OLDEST_MAJOR}`);
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new UsageError(`--queue "${url}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

function checked(url: string): string {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !['redis:', 'rediss:'].includes(parsed.protocol)) {
    throw new UsageError(`--queue "${url}": write it as redis://host:6379 or rediss://host:6379`);
  }
  if (parsed.password) throw new UsageError('--queue: leave the password out of the URL and put it into POROSITY_REDIS_PASSWORD');
  return url;
}

function late(trouble: () => string): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer (${trouble() || 'timeout'})`)), CONNECT_MS);
    timer.unref();
  });
}
