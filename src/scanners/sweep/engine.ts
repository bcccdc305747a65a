import { answerOf } from './answer.js';
import { type Ask, NOTHING } from './asks.js';
import type { Connector, CreateConnector } from './connector.js';
import { Deadlines } from './deadlines.js';
import type { HostLook } from './host-look.js';
import { NetworkPatience } from './network-patience.js';
import type { Pace } from './pace.js';

/** Connections started in one turn of the event loop; between two turns answers are read. */
const BATCH = 256;
const ACTIVE_HOSTS = 128;
/** Deadlines shrink while more is learnt about a host: they are looked at for the first time no later than this. */
const FIRST_CHECK_MS = 200;
/** After a shortage of file descriptors the limit creeps back by one for this many connections that worked. */
const RECOVERY = 16;
/** An entry of `Deadlines` is a slot and how often it has been used. */
const SLOTS = 0x1_0000;

export interface EngineOptions {
  readonly createConnector: CreateConnector;
  /** Connections in flight at most, below 65,536. */
  readonly slots: number;
  readonly pace: Pace;
  readonly onOpen: (host: HostLook, port: number) => void;
  readonly onDone: (host: HostLook) => void;
}

/** Keeps connections in flight to many hosts at once, on one event loop, without a timer a connection. */
export class Engine {
  private readonly connector: Connector;
  private readonly waiting: HostLook[] = [];
  private readonly active: HostLook[] = [];
  private turn = 0;
  private readonly free: number[] = [];
  private readonly hosts: (HostLook | undefined)[] = [];
  private readonly asks: Int32Array;
  private readonly uses: Int32Array;
  private readonly startedAt: Float64Array;
  private readonly deadlines: Deadlines;
  private readonly patience: NetworkPatience;
  private inFlight = 0;
  private limit: number;
  private worked = 0;
  private polledAt = performance.now();
  private scheduled = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: EngineOptions) {
    const { slots } = options;
    this.connector = options.createConnector((slot, status) => this.onResult(slot, status));
    for (let slot = slots - 1; slot >= 0; slot--) this.free.push(slot);
    this.asks = new Int32Array(slots);
    this.uses = new Int32Array(slots);
    this.startedAt = new Float64Array(slots);
    this.limit = slots;
    this.deadlines = new Deadlines(this.polledAt);
    this.patience = new NetworkPatience();
  }

  add(host: HostLook): void {
    this.waiting.push(host);
    this.schedule();
  }

  /** Hangs up everywhere and hands back the hosts that are not done; nothing happens afterwards. */
  stop(): readonly HostLook[] {
    this.stopped = true;
    clearTimeout(this.timer);
    this.hosts.forEach((host, slot) => host && this.release(slot));
    return [...this.active, ...this.waiting];
  }

  private schedule(): void {
    if (this.scheduled || this.stopped) return;
    this.scheduled = true;
    // After the poll phase: answers that are there already have been read by then, however busy this thread was.
    setImmediate(() => this.pump());
  }

  private pump(): void {
    this.scheduled = false;
    if (this.stopped) return;
    this.deadlines.passed(this.polledAt, (entry) => this.check(entry));
    const more = this.fill();
    this.polledAt = performance.now();
    if (more) this.schedule();
    else this.sleep();
  }

  /** Starts what may start now; true where only the size of a batch ended it. */
  private fill(): boolean {
    let budget = BATCH;
    let idle = 0;
    this.activate();
    while (idle < this.active.length && budget > 0) {
      if (this.turn >= this.active.length) this.turn = 0;
      const host = this.active[this.turn]!;
      const now = performance.now();
      const started = this.launch(host, Math.min(budget, Math.ceil(BATCH / this.active.length)), now);
      budget -= started;
      if (started === 0 && host.isDone(now)) {
        this.active.splice(this.turn, 1);
        this.options.onDone(host);
        this.activate();
        continue;
      }
      idle = started > 0 ? 0 : idle + 1;
      this.turn++;
    }
    return budget === 0;
  }

  private activate(): void {
    while (this.active.length < ACTIVE_HOSTS && this.waiting.length > 0) this.active.push(this.waiting.shift()!);
  }

  private launch(host: HostLook, share: number, now: number): number {
    const { pace } = this.options;
    const most = Math.min(share, this.limit - this.inFlight, pace.available(now), host.pace.available(now));
    for (let started = 0; started < most; started++) {
      const ask = host.take(now);
      if (ask === NOTHING) return started;
      pace.spend();
      host.pace.spend();
      this.start(host, ask);
    }
    return Math.max(0, most);
  }

  private start(host: HostLook, ask: Ask): void {
    const slot = this.free.pop()!;
    const now = performance.now();
    this.hosts[slot] = host;
    this.asks[slot] = ask;
    this.startedAt[slot] = now;
    this.inFlight++;
    host.inFlight++;
    const status = this.connector.open(slot, host.address, host.portOf(ask));
    if (status === 0) this.deadlines.add(this.uses[slot]! * SLOTS + slot, Math.min(this.deadlineOf(slot), now + FIRST_CHECK_MS));
    else this.onResult(slot, status);
  }

  private onResult(slot: number, status: number): void {
    const host = this.hosts[slot]!;
    const ask = this.asks[slot]!;
    const now = performance.now();
    const latencyMs = now - this.startedAt[slot]!;
    const answer = answerOf(status);
    this.release(slot);
    this.schedule();
    if (answer.kind === 'hopeless') return host.stop(answer.reason);
    if (answer.kind === 'shortage') {
      if (answer.scope === 'process') this.limit = Math.max(1, Math.min(this.limit, this.inFlight));
      return host.onShortage(ask, answer.reason, now);
    }
    if (this.limit < this.options.slots && ++this.worked % RECOVERY === 0) this.limit++;
    if (answer.kind !== 'filtered') {
      this.options.pace.refund();
      if (!host.answered) this.patience.noteFirstAnswer(latencyMs);
    }
    host.onAnswer(ask, answer, latencyMs, now);
    if (answer.kind === 'open') this.options.onOpen(host, host.portOf(ask));
  }

  private check(entry: number): void {
    const slot = entry % SLOTS;
    if (this.uses[slot] !== Math.floor(entry / SLOTS)) return;
    const deadline = this.deadlineOf(slot);
    if (deadline > this.polledAt) return this.deadlines.add(entry, deadline);
    const host = this.hosts[slot]!;
    const ask = this.asks[slot]!;
    this.release(slot);
    host.onSilence(ask, performance.now());
  }

  private deadlineOf(slot: number): number {
    return this.startedAt[slot]! + this.hosts[slot]!.deadlineMs(this.asks[slot]!, this.patience.deadlineMs);
  }

  private release(slot: number): void {
    this.connector.close(slot);
    this.hosts[slot]!.inFlight--;
    this.hosts[slot] = undefined;
    this.uses[slot]!++;
    this.inFlight--;
    this.free.push(slot);
  }

  /** Until the next deadline, the next token, or a host's own time; answers wake it anyway. */
  private sleep(): void {
    clearTimeout(this.timer);
    if (this.active.length === 0) return;
    const now = performance.now();
    let wakeAt = this.deadlines.next;
    for (const host of this.active) {
      for (const time of [host.wakeAt, now + host.pace.waitMs, now + this.options.pace.waitMs]) {
        if (time > now) wakeAt = Math.min(wakeAt, time);
      }
    }
    if (wakeAt === Infinity) return;
    this.timer = setTimeout(
      () => {
        this.polledAt = performance.now();
        this.schedule();
      },
      Math.max(1, wakeAt - now),
    );
  }
}
