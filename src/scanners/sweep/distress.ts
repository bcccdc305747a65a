/** Signs of a host that suffers: it answers four times slower than it could, though hardly anything is asked of it. */
const SLOWER = 4;
/** Below this much a slower answer is our own machine's doing or the radio's. */
const AT_LEAST_MS = 250;
const SAMPLES_FOR_A_BASELINE = 16;
const BETWEEN_SIGNS_MS = 1_000;
export const SIGNS_TO_STOP = 3;

/** Watches the latency of one host. */
export class Distress {
  private samples = 0;
  private recentMs = 0;
  private bestMs = Infinity;
  private lastSignAt = -Infinity;

  /** True when this answer makes it one more sign. */
  isSign(latencyMs: number, now: number): boolean {
    this.recentMs = this.samples === 0 ? latencyMs : this.recentMs + (latencyMs - this.recentMs) / 16;
    if (++this.samples < SAMPLES_FOR_A_BASELINE) return false;
    this.bestMs = Math.min(this.bestMs, this.recentMs);
    if (this.recentMs < SLOWER * this.bestMs || this.recentMs < this.bestMs + AT_LEAST_MS) return false;
    if (now < this.lastSignAt + BETWEEN_SIGNS_MS) return false;
    this.lastSignAt = now;
    return true;
  }
}
