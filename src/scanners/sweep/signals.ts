/** What is known of a host as a whole, while parts of its ports may be looked at in several threads. */
export interface Signals {
  readonly answered: boolean;
  /** What the answers so far make of the deadline; 0 while there are none. */
  readonly deadlineMs: number;
  /** Answers get lost. */
  readonly lossy: boolean;
  /** Some part has not been through its ports yet. */
  readonly stillLooking: boolean;
  /** How many ports have been handed out by `takeFresh`. */
  readonly taken: number;
  /** Hands out up to `count` of the ports before `end` that nobody has asked yet, by rank: from, and up to. */
  takeFresh(count: number, end: number): readonly [from: number, to: number];
  markAnswered(deadlineMs: number): void;
  markLossy(): void;
  /** Once for each part, also for one whose thread died. */
  arrive(): void;
}

/** For a host that one thread looks at. */
export class OwnSignals implements Signals {
  answered = false;
  deadlineMs = 0;
  lossy = false;
  stillLooking = true;
  taken = 0;

  takeFresh(count: number, end: number): readonly [from: number, to: number] {
    const from = this.taken;
    this.taken = Math.max(from, Math.min(from + count, end));
    return [from, this.taken];
  }
  markAnswered(deadlineMs: number): void {
    this.answered = true;
    this.deadlineMs = deadlineMs;
  }
  markLossy(): void {
    this.lossy = true;
  }
  arrive(): void {
    this.stillLooking = false;
  }
}

const ANSWERED = 0;
const DEADLINE_MS = 1;
const LOSSY = 2;
const PARTS_LOOKING = 3;
const TAKEN = 4;
const FIELDS = 5;

/** For a host whose ports are spread over threads: only one of them may see the answers. */
export class SharedSignals implements Signals {
  /** `fields` is what another thread builds its own `SharedSignals` from. */
  constructor(readonly fields: Int32Array) {}

  static between(parts: number): SharedSignals {
    const fields = new Int32Array(new SharedArrayBuffer(FIELDS * Int32Array.BYTES_PER_ELEMENT));
    fields[PARTS_LOOKING] = parts;
    return new SharedSignals(fields);
  }

  get answered(): boolean {
    return Atomics.load(this.fields, ANSWERED) === 1;
  }
  get deadlineMs(): number {
    return Atomics.load(this.fields, DEADLINE_MS);
  }
  get lossy(): boolean {
    return Atomics.load(this.fields, LOSSY) === 1;
  }
  get stillLooking(): boolean {
    return Atomics.load(this.fields, PARTS_LOOKING) > 0;
  }
  get taken(): number {
    return Atomics.load(this.fields, TAKEN);
  }

  takeFresh(count: number, end: number): readonly [from: number, to: number] {
    for (;;) {
      const from = this.taken;
      const to = Math.max(from, Math.min(from + count, end));
      if (Atomics.compareExchange(this.fields, TAKEN, from, to) === from) return [from, to];
    }
  }

  markAnswered(deadlineMs: number): void {
    Atomics.store(this.fields, DEADLINE_MS, Math.ceil(deadlineMs));
    Atomics.store(this.fields, ANSWERED, 1);
  }
  markLossy(): void {
    Atomics.store(this.fields, LOSSY, 1);
  }
  arrive(): void {
    Atomics.sub(this.fields, PARTS_LOOKING, 1);
  }
}
