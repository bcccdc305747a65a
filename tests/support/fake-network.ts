import { constants } from 'node:os';
import { jest } from '@jest/globals';
import type { CreateConnector, OnResult } from '../../src/scanners/sweep/connector.js';
import { Engine } from '../../src/scanners/sweep/engine.js';
import { HostLook, type HostOutcome } from '../../src/scanners/sweep/host-look.js';
import { Pace } from '../../src/scanners/sweep/pace.js';
import type { Plan } from '../../src/scanners/sweep/plan.js';
import { Progress } from '../../src/scanners/sweep/progress.js';
import { OwnSignals } from '../../src/scanners/sweep/signals.js';

export const REFUSED = -constants.errno.ECONNREFUSED;
export const NO_FILES = -constants.errno.EMFILE;
export const NO_ADDRESS = -constants.errno.EADDRNOTAVAIL;
export const NOT_POSSIBLE = -constants.errno.EINVAL;
export const UNREACHABLE = -constants.errno.EHOSTUNREACH;

export interface Attempt {
  readonly address: string;
  readonly port: number;
  /** How often this port was dialled before. */
  readonly earlier: number;
  readonly atMs: number;
  readonly inFlight: number;
}
/** What a dialled port does: answers after a while, or nothing (undefined). Immediate ends come with `afterMs: 0`. */
export type Behaviour = (attempt: Attempt) => { readonly status: number; readonly afterMs: number } | undefined;

/** A network on jest's fake clock; every attempt is written down. */
export class FakeNetwork {
  readonly attempts: Attempt[] = [];
  private readonly dialled = new Map<string, number>();

  constructor(private readonly behave: Behaviour) {}

  readonly connect: CreateConnector = (onResult: OnResult) => {
    const pending = new Map<number, NodeJS.Timeout | undefined>();
    return {
      open: (slot, address, port) => {
        const key = `${address} ${port}`;
        const earlier = this.dialled.get(key) ?? 0;
        this.dialled.set(key, earlier + 1);
        const attempt = { address, port, earlier, atMs: performance.now(), inFlight: pending.size };
        this.attempts.push(attempt);
        const answer = this.behave(attempt);
        if (answer?.afterMs === 0) return answer.status;
        pending.set(slot, answer && setTimeout(() => onResult(slot, answer.status), answer.afterMs));
        return 0;
      },
      close: (slot) => {
        clearTimeout(pending.get(slot));
        pending.delete(slot);
      },
    };
  };

  dialsOf(port: number): number {
    return this.attempts.filter((attempt) => attempt.port === port).length;
  }
}

export interface FakeSweep {
  readonly addresses?: readonly string[];
  readonly ports: readonly number[];
  readonly plan?: Partial<Plan>;
  readonly slots?: number;
  readonly rate?: number;
  readonly refunds?: boolean;
  readonly isNeighbour?: boolean;
  readonly withinMs?: number;
}

/** Runs an engine over a fake network until all hosts are done or the time is over; outcomes by address. */
export async function sweepFake(network: FakeNetwork, options: FakeSweep): Promise<Map<string, HostOutcome>> {
  const {
    addresses = ['192.0.2.1'],
    ports,
    slots = 1_000,
    rate = Infinity,
    refunds = false,
    isNeighbour = false,
    withinMs = 60_000,
  } = options;
  const plan: Plan = { few: true, leading: 256, firstWindow: 256, silentAfter: Infinity, ...options.plan };
  const outcomes = new Map<string, HostOutcome>();
  const engine = new Engine({
    createConnector: network.connect,
    slots,
    pace: new Pace(rate, refunds, performance.now()),
    neighbours: new Pace(200, false, performance.now(), 300),
    onOpen: () => {},
    onDone: (host) => {
      if (outcomes.has(host.address)) throw new Error(`${host.address} was done twice`);
      outcomes.set(host.address, host.outcome);
    },
  });
  for (const [id, address] of addresses.entries()) {
    const unpaced = new Pace(Infinity, false, performance.now());
    engine.add(
      new HostLook({
        id,
        address,
        isNeighbour,
        ports: Uint16Array.from(ports),
        signals: new OwnSignals(),
        plan,
        pace: unpaced,
        progress: new Progress(),
      }),
    );
  }
  for (let passed = 0; passed < withinMs && outcomes.size < addresses.length; passed += 50) await jest.advanceTimersByTimeAsync(50);
  for (const host of engine.stop()) {
    host.stop('the test was over');
    outcomes.set(host.address, host.outcome);
  }
  return outcomes;
}

export const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
