import { type Answer, NO_RESPONSE } from './answer.js';
import { type Ask, askFor, AskQueue, asksStillThere, lookOf, NOTHING, rankOf } from './asks.js';
import { Latency, SIGNS_TO_STOP } from '../latency.js';
import { looksAt, type Plan } from './plan.js';
import type { Pace } from './pace.js';
import type { Progress } from './progress.js';
import { LONGEST_DEADLINE_MS, RoundTrip } from './round-trip.js';
import type { Signals } from './signals.js';
import { StillThere } from './still-there.js';
import { Window } from './window.js';

/** Where more is to be done after all, `take` has it after this. */
const MOMENT_MS = 2;
/** Ports that a part takes together; few, so that the parts end together. */
const FRESH_AT_ONCE = 32;
const SUSPICIOUS_DELAY_MS = 250;
/** The kernel sends a lost SYN again after a second (RFC 6298 §2.1): an answer that late tells of a loss. */
const RETRANSMITTED_MS = 1_000;
/** Long enough for that second SYN to be answered: one lost packet is no ban. */
const STILL_THERE_DEADLINE_MS = RETRANSMITTED_MS + 500;
/** A host that limits its resets refuses some ports in each look and leaves most of them silent. */
const LATE_REFUSALS_OF_A_LIMIT = 20;
const SHORTAGES_TO_GIVE_UP = 50;
const SHORTAGE_PAUSE_MS = 20;
const LONGEST_SHORTAGE_PAUSE_MS = 500;

export interface HostSetup {
  readonly id: number;
  readonly address: string;
  /** On a link of this machine; see `neighbours.ts`. */
  readonly isNeighbour: boolean;
  readonly ports: Uint16Array;
  readonly signals: Signals;
  readonly plan: Plan;
  readonly pace: Pace;
  readonly progress: Progress;
}

export interface HostOutcome {
  readonly answered: boolean;
  readonly open: readonly number[];
  /** Ports that are not open, by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly rttMs: number | undefined;
  /** False where ports were left out that should have been looked at. */
  readonly whole: boolean;
  readonly notes: readonly string[];
}

/** The looks at one host, or at the part of its ports that this thread has: what to ask next, and what was learnt. */
export class HostLook {
  readonly id: number;
  readonly address: string;
  readonly isNeighbour: boolean;
  readonly pace: Pace;
  inFlight = 0;
  /** When `take` may have something again, where it has nothing now. */
  wakeAt = -Infinity;
  private readonly ports: Uint16Array;
  private readonly signals: Signals;
  private readonly plan: Plan;
  private readonly progress: Progress;
  private readonly window: Window;
  /** Ranks that this part has taken and not asked yet. */
  private fresh = 0;
  private freshEnd = 0;
  private readonly soon = new AskQueue();
  private readonly later = new AskQueue();
  /** Ranks that stayed silent to the end. */
  private readonly silent: number[] = [];
  private silentAtLastAnswer = 0;
  private readonly open: number[] = [];
  private readonly reasons = new Map<string, number>();
  private readonly notes: string[] = [];
  private readonly roundTrip = new RoundTrip();
  private readonly latency = new Latency(SUSPICIOUS_DELAY_MS);
  private readonly there = new StillThere();
  private lateRefusals = 0;
  private signs = 0;
  private shortages = 0;
  private arrived = false;
  /** Ports before this place in `silent` were settled before anybody knew of losses. */
  private settledInTrust: number | undefined;
  private stopped = false;

  constructor(setup: HostSetup) {
    this.id = setup.id;
    this.address = setup.address;
    this.isNeighbour = setup.isNeighbour;
    this.ports = setup.ports;
    this.signals = setup.signals;
    this.plan = setup.plan;
    this.pace = setup.pace;
    this.progress = setup.progress;
    this.window = new Window(setup.plan.firstWindow);
  }

  portOf(ask: Ask): number {
    return this.ports[rankOf(ask)]!;
  }

  /** The next port to ask, or `NOTHING` for now. */
  take(now: number): Ask {
    if (this.stopped || this.inFlight >= this.window.connections || now < this.wakeAt) return NOTHING;
    if (this.soon.length > 0) return this.soon.shift();
    if (this.hasFresh()) return askFor(this.fresh++, 0);
    if (this.later.length > 0) return this.later.shift();
    return this.arrived && !this.signals.stillLooking ? this.there.call(now) : NOTHING;
  }

  deadlineMs(ask: Ask, unknownMs: number): number {
    const base = this.roundTrip.known ? this.roundTrip.deadlineMs : this.signals.deadlineMs || unknownMs;
    if (asksStillThere(ask)) return Math.max(STILL_THERE_DEADLINE_MS, base);
    return Math.min(LONGEST_DEADLINE_MS, base * this.patience(ask));
  }

  onAnswer(ask: Ask, answer: Answer, latencyMs: number, now: number): void {
    this.shortages = 0;
    const came = answer.kind === 'open' || answer.kind === 'closed';
    if (asksStillThere(ask)) return this.onStillThere(came, now);
    if (came) this.noteLife(ask, answer.kind === 'closed', latencyMs, now);
    if (answer.kind === 'open') {
      this.open.push(this.portOf(ask));
      this.progress.countOpen();
    } else this.count(answer.reason, 1);
    this.progress.settle(1);
    this.window.grow(now);
  }

  onSilence(ask: Ask, now: number): void {
    if (asksStillThere(ask)) return this.onStillThere(false, now);
    const rank = rankOf(ask);
    const looks = lookOf(ask) + 1;
    this.there.noteSilence();
    this.window.grow(now);
    if (looks < looksAt(this.plan, rank, this)) {
      (rank < this.plan.leading ? this.soon : this.later).push(askFor(rank, looks));
    } else {
      if (this.lossy) this.settledInTrust ??= this.silent.length;
      this.silent.push(rank);
      this.count(NO_RESPONSE, 1);
      this.progress.settle(1);
    }
  }

  /** The ask could not be sent, through no fault of the host: it waits, and gives up when that does not help. */
  onShortage(ask: Ask, reason: string, now: number): void {
    if (asksStillThere(ask)) this.there.cancel();
    else this.soon.push(ask);
    this.wakeAt = now + Math.min(LONGEST_SHORTAGE_PAUSE_MS, SHORTAGE_PAUSE_MS * this.shortages);
    if (++this.shortages >= SHORTAGES_TO_GIVE_UP) this.stop(reason);
  }

  /** Leaves what is not settled; `outcome` says that it was not looked at. */
  stop(why: string): void {
    if (this.stopped) return;
    this.stopped = true;
    this.notes.push(why);
    this.arrive();
  }

  /** Asked where `take` has nothing: true when there is no more to learn. */
  isDone(now: number): boolean {
    if (this.inFlight > 0) return false;
    if (this.stopped) return true;
    if (this.soon.length + this.later.length > 0 || this.hasFresh()) return false;
    this.arrive();
    if (!this.signals.stillLooking) {
      if (this.lossy && this.settledInTrust !== 0 && this.silent.length > 0) {
        this.askAgain(0, this.settledInTrust ?? this.silent.length);
        this.settledInTrust = 0;
      } else if (!this.plan.few || !this.there.doubtful) return true;
    }
    this.wakeAt = Math.max(this.there.notBefore, now + MOMENT_MS);
    return false;
  }

  get outcome(): HostOutcome {
    const notes = [...this.notes];
    if (this.limitsResets) notes.push('refuses only so many ports a second: many that stayed silent may be closed');
    if (!this.stopped && this.signals.taken < this.ports.length) {
      notes.push(`silent on the first ${this.signals.taken} ports: taken for absent, the others were not asked`);
    }
    return {
      answered: this.roundTrip.known,
      open: this.open,
      reasons: Object.fromEntries([...this.reasons].filter(([, count]) => count > 0)),
      rttMs: this.roundTrip.known ? this.roundTrip.ms : undefined,
      whole: !this.stopped,
      notes,
    };
  }

  get answered(): boolean {
    return this.signals.answered;
  }
  /** Answers get lost on the way; a limit on resets looks alike and is none. */
  get lossy(): boolean {
    return this.signals.lossy && !this.limitsResets;
  }

  private get limitsResets(): boolean {
    const refused = this.reasons.get('conn-refused') ?? 0;
    return this.lateRefusals >= LATE_REFUSALS_OF_A_LIMIT && this.later.length + this.silent.length > 4 * refused;
  }

  /** Whether there are ports that nobody has asked yet; takes some of them where it holds none. */
  private hasFresh(): boolean {
    if (this.fresh === this.freshEnd) {
      const end = this.answered ? this.ports.length : Math.min(this.ports.length, this.plan.silentAfter);
      [this.fresh, this.freshEnd] = this.signals.takeFresh(FRESH_AT_ONCE, end);
    }
    return this.fresh < this.freshEnd;
  }

  private noteLife(ask: Ask, closed: boolean, latencyMs: number, now: number): void {
    this.roundTrip.add(latencyMs);
    this.signals.markAnswered(this.roundTrip.deadlineMs);
    this.there.noteAnswer(rankOf(ask), closed);
    this.silentAtLastAnswer = this.silent.length;
    if (lookOf(ask) > 0 || latencyMs >= RETRANSMITTED_MS) {
      if (closed) this.lateRefusals++;
      this.signals.markLossy();
      if (!this.limitsResets) this.window.noteLoss(now);
    } else this.window.notePrompt();
    if (!this.latency.isSign(latencyMs, now)) return;
    if (!this.window.gentle) this.window.narrow(4, now);
    else if (++this.signs === SIGNS_TO_STOP) this.stop('answered slower and slower, also when asked gently: left alone');
  }

  /** The first two looks wait alike, later ones twice as long each; but not for 65,535 ports, that would cost minutes. */
  private patience(ask: Ask): number {
    if (!this.answered) return 2 ** lookOf(ask);
    if (this.plan.few && rankOf(ask) >= this.plan.leading) return 1;
    return 2 ** Math.max(0, lookOf(ask) - 1);
  }

  private onStillThere(came: boolean, now: number): void {
    this.there.settle(came, now);
    this.wakeAt = this.there.notBefore;
    if (this.there.lost) {
      this.count(NO_RESPONSE, this.silentAtLastAnswer - this.silent.length);
      this.stop('stopped answering while it was looked at (a ban, or too much for it): what was silent since then is not known');
    } else if (came && this.there.missedCalls > 0) {
      this.notes.push('stopped answering for a while; what was silent then was asked again, more gently');
      this.window.narrow(Infinity, now);
      this.askAgain(this.silentAtLastAnswer, this.silent.length);
    }
  }

  /** Another look at the ports that have stayed silent, from one place in `silent` to another. */
  private askAgain(from: number, to: number): void {
    const again = this.silent.splice(from, to - from);
    for (const rank of again) this.later.push(askFor(rank, looksAt(this.plan, rank, { answered: true, lossy: false })));
    this.count(NO_RESPONSE, -again.length);
    this.progress.settle(-again.length);
  }

  private arrive(): void {
    if (!this.arrived) this.signals.arrive();
    this.arrived = true;
  }

  private count(reason: string, ports: number): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + ports);
  }
}
