import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PlannedTarget } from '../targets.js';
import { shareOf } from '../survey/shard.js';

/** What a job holds. It comes out of a database that others can write to, so it is checked before it is believed. */
export const shardJob = z.object({
  audit: z.uuid(),
  shard: z.object({ index: z.int().min(1), count: z.int().min(1) }),
  targets: z
    .array(
      z.object({
        name: z.string().max(300),
        address: z.string().max(80),
        fromBlock: z.boolean(),
        ports: z.array(z.int().min(1).max(65_535)).optional(),
        share: z.array(z.int().min(1).max(65_535)).optional(),
      }),
    )
    .max(1_024),
  ports: z.string().max(10_000),
  // Intrusive looks are never queued: a retry would count a login twice.
  modes: z.array(z.enum(['passive', 'active'])),
  rate: z.number().positive().optional(),
  hostRate: z.number().positive().optional(),
});
export type ShardJob = z.infer<typeof shardJob>;

/** A shard is a minute's work at most: this many addresses, or this many port looks. */
const SHARD_ADDRESSES = 16;
const SHARD_LOOKS = 65_536;

type Order = Pick<ShardJob, 'ports' | 'modes' | 'rate' | 'hostRate'>;

/** The jobs of one audit. */
export function shardJobs(targets: readonly PlannedTarget[], ports: readonly number[], order: Order): readonly ShardJob[] {
  const looks = targets.length * ports.length;
  const count = Math.max(1, Math.ceil(targets.length / SHARD_ADDRESSES), Math.ceil(looks / SHARD_LOOKS));
  const audit = randomUUID();
  return Array.from({ length: count }, (_, position) => {
    const shard = { index: position + 1, count };
    return { ...order, audit, shard, targets: shareOf(targets, ports, shard).map(plain) };
  });
}

const plain = ({ name, address, fromBlock, ports, share }: PlannedTarget): ShardJob['targets'][number] => ({
  name,
  address,
  fromBlock,
  ...(ports ? { ports: [...ports] } : {}),
  ...(share ? { share: [...share] } : {}),
});

/** Unique for ever; the same for every try of the same shard. */
export const shardId = ({ audit, shard }: Pick<ShardJob, 'audit' | 'shard'>): string => `${audit}-${shard.index}-of-${shard.count}`;
/** Where the result of a shard is kept, and which shards of an audit have one. */
export const resultKey = (queue: string, id: string): string => `${queue}:result:${id}`;
export const doneKey = (queue: string, audit: string): string => `${queue}:done:${audit}`;
/** Results wait a day for whoever asked. */
export const KEPT_SECONDS = 86_400;
