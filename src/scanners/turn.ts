import { setMaxListeners } from 'node:events';
import { ProbeError } from '../errors.js';
import type { Turn } from './dial.js';

/** New connections a second that looks other than the sweep may open, unless the user says otherwise. */
export const LOOK_RATE = 200;
export const LOOK_HOST_RATE = 20;

/** A host that is left alone for a second may be asked this much at once: most audits are one short burst. */
const DEFAULT_BURST_MS = 1_000;
/** A rate that the user sets is kept evenly; only what a late timer missed is made up for. */
const EXPLICIT_BURST_MS = 50;
const FORGET_ABOVE_HOSTS = 1_024;

export interface TurnOptions {
  /** New connections a second in all: Infinity lifts the limit, left out means `LOOK_RATE`. */
  readonly rate?: number;
  /** The same for one host: left out means `LOOK_HOST_RATE`. */
  readonly hostRate?: number;
  readonly signal: AbortSignal;
}

/**
 * Everybody's turn to open a connection: waits for the host's bucket, then for the one they all share, in the order of
 * asking. Rejects with `skipped` once the run is interrupted.
 */
export function createTurn({ rate, hostRate, signal }: TurnOptions): Turn {
  // Every waiting look listens to the same signal; that is many listeners and no leak.
  setMaxListeners(0, signal);
  const everyone = new Bucket(rate ?? LOOK_RATE, rate === undefined ? DEFAULT_BURST_MS : EXPLICIT_BURST_MS);
  const hosts = new Map<string, Bucket>();
  const bucketOf = (address: string): Bucket => {
    let bucket = hosts.get(address);
    if (!bucket) {
      if (hosts.size >= FORGET_ABOVE_HOSTS) for (const [idle, { full }] of hosts) if (full) hosts.delete(idle);
      bucket = new Bucket(hostRate ?? LOOK_HOST_RATE, hostRate === undefined ? DEFAULT_BURST_MS : EXPLICIT_BURST_MS);
      hosts.set(address, bucket);
    }
    return bucket;
  };
  return async (address) => {
    await wait(bucketOf(address).reserve(), signal);
    await wait(everyone.reserve(), signal);
  };
}

/** A token bucket that hands out times instead of tokens: waiting callers keep their order without a queue. */
class Bucket {
  /** When the bucket is full again, in ms of `performance.now()`. */
  private fullAt = -Infinity;
  private readonly intervalMs: number;
  private readonly slackMs: number;

  constructor(perSecond: number, burstMs: number) {
    this.intervalMs = 1_000 / perSecond;
    this.slackMs = Math.max(0, burstMs - this.intervalMs);
  }

  get full(): boolean {
    return this.fullAt <= performance.now();
  }

  /** Takes the next token and says how many ms to wait for it. */
  reserve(): number {
    const now = performance.now();
    this.fullAt = Math.max(this.fullAt, now) + this.intervalMs;
    return Math.max(0, this.fullAt - this.intervalMs - this.slackMs - now);
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.reject(interrupted());
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(interrupted());
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, Math.ceil(ms));
    signal.addEventListener('abort', stop, { once: true });
  });
}

const interrupted = () => new ProbeError('skipped', 'interrupted');
