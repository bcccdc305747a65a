import { answerOf } from './answer.js';
import { type Ask, NOTHING } from './asks.js';
import type { Connector, CreateConnector } from './connector.js';
import { Deadlines } from './deadlines.js';
import type { HostLook } from './host-look.js';
import { NetworkPatience } from './network-patience.js';
import type { Pace } from './pace.js';

/** Connections started in one turn of the event loop; between two turns answers are read. */
const BATCH = 256;
const ACTIVE_HOSTS = 384;
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
  /** How many hosts on our own link may be met in a second. */
  readonly neighbours: Pace;
  readonly onOpen: (host: HostLook, port: number) => void;
  readonly onDone: (host: HostLook) => void;
}

/** Keeps connections in flight to many hosts at once, on one event loop, without a timer a connection. */
export class Engine {
  private readonly connector: Connector;
  /** Not begun; begun and perhaps with something to ask; begun and not before a time; all that are begun. */
  private readonly waiting: HostLook[] = [];
  private readonly ready = new Set<HostLook>();
  private readonly sleeping = new Map<HostLook, number>();
  private readonly active = new Set<HostLook>();
  private readonly free: number[] = [];
  private readonly hosts: (HostLook | undefined)[] = [];
  private readonly asks: Int32Array;
  private readonly uses: Int32Array;
  private readonly startedAt: Float64Array;
  private readonly deadlines: Deadlines;
  private readonly patience = new NetworkPatience();
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
    this.begin();
    const more = this.fill();
    this.polledAt = performance.now();
    if (more) this.schedule();
    else this.sleep();
  }

  /** Takes up hosts that wait, and those whose time has come. */
  private begin(): void {
    const now = performance.now();
    for (const [host, wakeAt] of this.sleeping) if (wakeAt <= now) this.rouse(host);
    const { neighbours } = this.options;
    let free = neighbours.available(now);
    while (this.active.size < ACTIVE_HOSTS && this.waiting.length > 0) {
      const host = this.waiting[0]!;
      if (host.isNeighbour && free-- < 1) return;
      if (host.isNeighbour) neighbours.spend();
      this.active.add(host);
      this.ready.add(host);
      this.waiting.shift();
    }
  }

  private rouse(host: HostLook): void {
    this.sleeping.delete(host);
    this.ready.add(host);
  }

  /** Starts what may start now; true where only the size of a batch ended it. */
  private fill(): boolean {
    let budget = BATCH;
    for (const host of this.ready) {
      const now = performance.now();
      const most = Math.min(budget, this.limit - this.inFlight, this.options.pace.available(now));
      if (most < 1) return budget < 1;
      const share = Math.min(most, Math.ceil(BATCH / this.ready.size), host.pace.available(now));
      const started = this.launch(host, share, now);
      budget -= started;
      // To the end of the queue where it may have more; a `Set` is visited in the order of adding.
      if (!this.ready.delete(host)) continue;
      if (started > 0 && started === share) this.ready.add(host);
      else this.rest(host, now);
    }
    return false;
  }

  /** A host that has nothing to ask for now: it is done, has a time to come back, or waits for its answers. */
  private rest(host: HostLook, now: number): void {
    if (host.isDone(now)) return this.end(host);
    const wakeAt = Math.max(host.wakeAt, now + host.pace.waitMs);
    if (wakeAt <= now) return;
    this.ready.delete(host);
    this.sleeping.set(host, wakeAt);
  }

  private end(host: HostLook): void {
    for (const hosts of [this.ready, this.sleeping, this.active]) hosts.delete(host);
    this.options.onDone(host);
    this.schedule();
  }

  private launch(host: HostLook, most: number, now: number): number {
    for (let started = 0; started < most; started++) {
      const ask = host.take(now);
      if (ask === NOTHING) return started;
      this.options.pace.spend();
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
    if (answer.kind === 'hopeless') host.stop(answer.reason);
    else if (answer.kind === 'shortage') {
      if (answer.scope === 'process') this.limit = Math.max(1, Math.min(this.limit, this.inFlight));
      host.onShortage(ask, answer.reason, now);
    } else {
      if (this.limit < this.options.slots && ++this.worked % RECOVERY === 0) this.limit++;
      if (answer.kind !== 'filtered') {
        this.options.pace.refund();
        if (!host.answered) this.patience.noteFirstAnswer(latencyMs);
      }
      host.onAnswer(ask, answer, latencyMs, now);
      if (answer.kind === 'open') this.options.onOpen(host, host.portOf(ask));
    }
    this.goOn(host, now);
    this.schedule();
  }

  private check(entry: number): void {
    const slot = entry % SLOTS;
    if (this.uses[slot] !== Math.floor(entry / SLOTS)) return;
    const deadline = this.deadlineOf(slot);
    if (deadline > this.polledAt) return this.deadlines.add(entry, deadline);
    const host = this.hosts[slot]!;
    const ask = this.asks[slot]!;
    const now = performance.now();
    this.release(slot);
    host.onSilence(ask, now);
    this.goOn(host, now);
  }

  /** After an answer or silence: the host may ask on, and the last of its connections may have been its end. */
  private goOn(host: HostLook, now: number): void {
    if (!this.sleeping.has(host)) this.ready.add(host);
    if (host.inFlight === 0) this.rest(host, now);
  }

  private deadlineOf(slot: number): number {
    return this.startedAt[slot]! + this.hosts[slot]!.deadlineMs(this.asks[slot]!, this.patience.deadlineMs);
  }

  private release(slot: number): void {
    const host = this.hosts[slot]!;
    this.connector.close(slot);
    this.hosts[slot] = undefined;
    this.uses[slot]!++;
    this.free.push(slot);
    this.inFlight--;
    host.inFlight--;
  }

  /** Until the next deadline, the next token, or a host's own time; answers wake it anyway. */
  private sleep(): void {
    clearTimeout(this.timer);
    const now = performance.now();
    let wakeAt = Math.min(this.deadlines.next, ...this.sleeping.values());
    if (this.ready.size > 0 && this.inFlight < this.limit) wakeAt = Math.min(wakeAt, now + this.options.pace.waitMs);
    if (this.waiting.length > 0 && this.active.size < ACTIVE_HOSTS) wakeAt = Math.min(wakeAt, now + this.options.neighbours.waitMs);
    if (wakeAt === Infinity) return;
    const wake = () => {
      this.polledAt = performance.now();
      this.schedule();
    };
    this.timer = setTimeout(wake, Math.max(1, wakeAt - now));
  }
}
