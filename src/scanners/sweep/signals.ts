/** What is known of a host as a whole, while parts of its ports may be looked at in several threads. */
export interface Signals {
  readonly answered: boolean;
  /** What the answers so far make of the deadline; 0 while there are none. */
  readonly deadlineMs: number;
  /** Answers get lost. */
  readonly lossy: boolean;
  /** Some part has not been through its ports yet. */
  readonly stillLooking: boolean;
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
const FIELDS = 4;

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
