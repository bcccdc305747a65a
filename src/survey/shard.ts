import { UsageError } from '../errors.js';
import type { PlannedTarget } from '../targets.js';

/** One of `count` equal parts of the work; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** More parts than this are no parts of anything. */
const MAX_SHARDS = 65_536;

/** Reads `i/n`. Throws a UsageError that names the text. */
export function parseShard(text: string): Shard {
  const [, index, count] = /^(\d{1,5})\/(\d{1,5})$/.exec(text)?.map(Number) ?? [];
  if (!index || !count || index > count || count > MAX_SHARDS) {
    throw new UsageError(`--shard "${text}": write it as i/n, such as 2/8 for the second of eight parts`);
  }
  return { index, count };
}

/**
 * The targets of one shard, and which of their ports it sweeps. With at least as many addresses as shards each address
 * belongs to one shard, so that a host is visited from one place; with fewer, every host's ports are dealt out.
 */
export function shareOf(targets: readonly PlannedTarget[], ports: readonly number[], { index, count }: Shard): readonly PlannedTarget[] {
  const mine = (position: number) => position % count === index - 1;
  if (targets.length >= count) return targets.filter((_target, position) => mine(position));
  return targets
    .map((target) => ({ ...target, share: (target.ports ?? ports).filter((_port, position) => mine(position)) }))
    .filter(({ share }) => share.length > 0);
}
