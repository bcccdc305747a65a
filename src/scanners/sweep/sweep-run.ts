import { availableParallelism } from 'node:os';
import { AddressReader } from './address-reader.js';
import type { HostOutcome } from './host-look.js';
import type { HostSweep, SweepRequest, SweepResult } from './request.js';
import { socketsAtOnce } from './limits.js';
import { mergeParts } from './merge.js';
import type { AssignedHost } from './messages.js';
import { neighbourhood, neighbourPace } from './neighbours.js';
import { FEW_HOSTS, LEADING_PORTS, MOST_THREADS, SILENT_RATE } from './plan.js';
import { Progress } from './progress.js';
import { createRawConnector } from './raw-connector.js';
import { passesSelfTest } from './self-test.js';
import { SharedSignals } from './signals.js';
import { Thread } from './thread.js';

/** With fewer connections one thread is done before a second one has started. */
const WORTH_A_THREAD = 2_000;
const SOCKETS_WORTH_A_THREAD = 64;
/** From here on the ports of each host are spread over the threads; below, whole hosts are. */
const PORTS_WORTH_SPREADING = 2_000;
/** Hosts a thread has in hand, so that it never waits for more. */
const HOSTS_IN_HAND = 448;
const HOSTS_AT_ONCE = 32;
const FIRST_WINDOW = { fewHosts: 256, manyHosts: 32, unlimited: 8_192 };
const PROGRESS_MS = 200;

interface PendingHost {
  readonly address: string;
  readonly signals: SharedSignals | undefined;
  readonly parts: HostOutcome[];
  missing: number;
}

/** One sweep from its request to its result: spreads the work over threads and puts together what they learnt. */
export class SweepRun {
  readonly result: Promise<SweepResult>;
  private readonly hosts: HostSweep[] = [];
  private readonly notes: string[] = [];
  private readonly pending = new Map<number, PendingHost>();
  private readonly addresses: AddressReader;
  private readonly progress = new Progress();
  private readonly threads: readonly Thread[];
  private readonly spread: boolean;
  private readonly isNeighbour = neighbourhood();
  private connector: 'raw' | 'net' = 'raw';
  private stoppedBecause: string | undefined;
  private finish = () => {};

  constructor(private readonly request: SweepRequest) {
    const { ports, rate = SILENT_RATE, hostRate = Infinity } = request;
    this.addresses = new AddressReader(request.addresses);
    const few = this.addresses.hasAtMost(FEW_HOSTS);
    const sockets = socketsAtOnce();
    const paced = request.rate !== undefined && rate !== Infinity;
    const large = !few || FEW_HOSTS * ports.length >= WORTH_A_THREAD;
    const count =
      paced || hostRate !== Infinity || !large || sockets < SOCKETS_WORTH_A_THREAD ? 1 : Math.min(MOST_THREADS, availableParallelism());
    this.spread = count > 1 && ports.length >= PORTS_WORTH_SPREADING;
    const asked = Uint16Array.from(ports);
    const neighbours = neighbourPace();
    const plan = {
      few,
      leading: few ? LEADING_PORTS : 0,
      firstWindow: few ? (rate === Infinity ? FIRST_WINDOW.unlimited : FIRST_WINDOW.fewHosts) : FIRST_WINDOW.manyHosts,
      silentAfter: request.silentAfter ?? Infinity,
    };
    this.threads = Array.from({ length: count }, () => {
      return new Thread(
        {
          ports: asked,
          plan,
          slots: Math.floor(sockets / count),
          rate: rate / count,
          hostRate,
          refunds: request.rate === undefined,
          neighbours: { rate: neighbours.rate / count, atOnce: Math.floor(neighbours.atOnce / count) },
          progress: this.progress.shared,
        },
        {
          onOpen: (id, port) => request.onOpen?.(this.pending.get(id)!.address, port),
          onDone: (_thread, id, outcome) => this.onPart(id, outcome),
          onDeath: (dead, why) => this.onDeath(dead, why),
        },
      );
    });
    this.result = this.run();
  }

  private async run(): Promise<SweepResult> {
    const { signal } = this.request;
    const finished = new Promise<void>((resolve) => (this.finish = resolve));
    const ticker = this.request.onProgress && setInterval(() => this.tellProgress(), PROGRESS_MS);
    const stop = () => this.stop('interrupted');
    signal.addEventListener('abort', stop, { once: true });
    try {
      // While the threads start.
      if (!(await passesSelfTest(createRawConnector))) {
        this.connector = 'net';
        this.notes.push('swept through net.connect, the slower way: this Node does not offer the other');
      }
      if (signal.aborted) stop();
      else this.feed();
      await finished;
    } finally {
      clearInterval(ticker);
      signal.removeEventListener('abort', stop);
      for (const thread of this.threads) thread.end();
    }
    this.tellProgress();
    return { hosts: this.hosts, notes: this.notes };
  }

  /** Hands out hosts to threads that have room; ends the sweep when all are done. */
  private feed(): void {
    while (this.stoppedBecause === undefined) {
      const idlest = this.threads.reduce((a, b) => (b.inHand.size < a.inHand.size ? b : a));
      if (idlest.inHand.size >= HOSTS_IN_HAND) break;
      const hosts = this.addresses.take(HOSTS_AT_ONCE).map(({ id, address }) => this.open(id, address));
      if (hosts.length === 0) break;
      for (const taker of this.spread ? this.threads : [idlest]) taker.assign(this.connector, hosts);
    }
    if (this.pending.size > 0) return;
    if (this.stoppedBecause !== undefined) this.leaveTheRest(this.stoppedBecause);
    this.finish();
  }

  private open(id: number, address: string): AssignedHost {
    const parts = this.spread ? this.threads.length : 1;
    const signals = parts > 1 ? SharedSignals.between(parts) : undefined;
    this.pending.set(id, { address, signals, parts: [], missing: parts });
    return { id, address, isNeighbour: this.isNeighbour(address), ...(signals ? { signals: signals.fields } : {}) };
  }

  private onPart(id: number, outcome: HostOutcome): void {
    const host = this.pending.get(id)!;
    host.parts.push(outcome);
    if (--host.missing > 0) return;
    this.pending.delete(id);
    this.settle(id, mergeParts(host.address, host.parts));
    this.feed();
  }

  private settle(id: number, host: HostSweep): void {
    this.hosts[id] = host;
    this.request.onHost?.(host);
  }

  private stop(why: string): void {
    this.stoppedBecause ??= why;
    for (const thread of this.threads) thread.stop(why);
    this.feed();
  }

  /** What a dead thread had in hand is not known, but for the open ports that it told of; nobody gets new hosts. */
  private onDeath(thread: Thread, why: string): void {
    const note = `a thread of the sweep ended (${why}): its ports were not looked at`;
    this.stoppedBecause ??= note;
    if (!this.notes.includes(note)) this.notes.push(note);
    for (const [id, open] of thread.inHand) {
      this.pending.get(id)!.signals?.arrive();
      this.onPart(id, { ...UNLOOKED, answered: open.length > 0, open, notes: [note] });
    }
    this.feed();
  }

  private leaveTheRest(why: string): void {
    for (const { id, address } of this.addresses.take(Infinity)) this.settle(id, mergeParts(address, [{ ...UNLOOKED, notes: [why] }]));
  }

  private tellProgress(): void {
    const { onProgress, ports } = this.request;
    onProgress?.({ done: this.progress.settled, total: this.addresses.read * ports.length, open: this.progress.open });
  }
}

const UNLOOKED: HostOutcome = { answered: false, open: [], reasons: {}, rttMs: undefined, whole: false, notes: [] };
