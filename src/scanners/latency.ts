/** A host that suffers answers four times slower than it could. */
const SLOWER = 4;
const SAMPLES_FOR_A_BASELINE = 16;
const BETWEEN_SIGNS_MS = 1_000;

/** Watches how quickly one host answers, for signs of distress. */
export class Latency {
  /** Less than `atLeastMs` of delay is our own machine's doing or the radio's. */
  constructor(private readonly atLeastMs: number) {}

  private samples = 0;
  private recentMs = 0;
  private bestMs = Infinity;
  private lastSignAt = -Infinity;

  /** True when this answer makes it one more sign. */
  isSign(latencyMs: number, now: number): boolean {
    this.recentMs = this.samples === 0 ? latencyMs : this.recentMs + (latencyMs - this.recentMs) / SAMPLES_FOR_A_BASELINE;
    if (++this.samples < SAMPLES_FOR_A_BASELINE) return false;
    this.bestMs = Math.min(this.bestMs, this.recentMs);
    if (this.recentMs < SLOWER * this.bestMs || this.recentMs < this.bestMs + this.atLeastMs) return false;
    if (now < this.lastSignAt + BETWEEN_SIGNS_MS) return false;
    this.lastSignAt = now;
    return true;
  }
}

/** So many signs of distress end the looks at a host. */
export const SIGNS_TO_STOP = 3;
