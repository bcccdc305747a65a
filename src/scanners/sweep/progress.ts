const SETTLED = 0;
const OPEN = 1;

/** Counters that all threads of a sweep write and the main thread reads when it wants to: no message a port. */
export class Progress {
  constructor(private readonly fields: Int32Array = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))) {}

  get shared(): Int32Array {
    return this.fields;
  }
  get settled(): number {
    return Atomics.load(this.fields, SETTLED);
  }
  get open(): number {
    return Atomics.load(this.fields, OPEN);
  }

  settle(ports: number): void {
    Atomics.add(this.fields, SETTLED, ports);
  }
  countOpen(): void {
    Atomics.add(this.fields, OPEN, 1);
  }
}
