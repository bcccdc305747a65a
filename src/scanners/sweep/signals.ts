const ANSWERED = 0;
const DEADLINE_MS = 1;
const LOSSY = 2;
const STILL_LOOKING = 3;
const FIELDS = 4;

/**
 * What the parts of one host tell each other while they look: the ports of a host may be spread over threads, and only
 * one of them may see the answers.
 */
export class Signals {
  constructor(private readonly fields: Int32Array) {}

  /** For a host that one thread looks at. */
  static alone(): Signals {
    const fields = new Int32Array(FIELDS);
    fields[STILL_LOOKING] = 1;
    return new Signals(fields);
  }

  /** For a host whose ports are spread over so many threads. */
  static between(parts: number): Signals {
    const fields = new Int32Array(new SharedArrayBuffer(FIELDS * Int32Array.BYTES_PER_ELEMENT));
    fields[STILL_LOOKING] = parts;
    return new Signals(fields);
  }

  /** What another thread builds its `Signals` from. */
  get shared(): Int32Array {
    return this.fields;
  }

  get answered(): boolean {
    return Atomics.load(this.fields, ANSWERED) === 1;
  }
  /** 0 while nobody knows. */
  get deadlineMs(): number {
    return Atomics.load(this.fields, DEADLINE_MS);
  }
  get lossy(): boolean {
    return Atomics.load(this.fields, LOSSY) === 1;
  }
  get stillLooking(): boolean {
    return Atomics.load(this.fields, STILL_LOOKING) > 0;
  }

  markAnswered(deadlineMs: number): void {
    Atomics.store(this.fields, DEADLINE_MS, Math.ceil(deadlineMs));
    Atomics.store(this.fields, ANSWERED, 1);
  }
  markLossy(): void {
    Atomics.store(this.fields, LOSSY, 1);
  }
  /** Once for each part, also for one whose thread died. */
  arrive(): void {
    Atomics.sub(this.fields, STILL_LOOKING, 1);
  }
}
