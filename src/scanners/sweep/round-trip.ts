/** Nobody is called silent sooner: nmap's own floor is 100 ms. */
const SHORTEST_DEADLINE_MS = 150;
export const LONGEST_DEADLINE_MS = 3_000;

/** How quickly a host answers, estimated as TCP does (RFC 6298 §2). */
export class RoundTrip {
  private smoothedMs = 0;
  private variationMs = 0;
  private samples = 0;

  get known(): boolean {
    return this.samples > 0;
  }

  get ms(): number {
    return this.smoothedMs;
  }

  add(ms: number): void {
    if (this.samples++ === 0) {
      this.smoothedMs = ms;
      this.variationMs = ms / 2;
      return;
    }
    this.variationMs += (Math.abs(ms - this.smoothedMs) - this.variationMs) / 4;
    this.smoothedMs += (ms - this.smoothedMs) / 8;
  }

  /** How long to wait for an answer: generous, since a socket that waits costs little and a missed port much. */
  get deadlineMs(): number {
    const generous = Math.max(4 * this.smoothedMs, this.smoothedMs + 4 * this.variationMs);
    return Math.min(LONGEST_DEADLINE_MS, Math.max(SHORTEST_DEADLINE_MS, generous));
  }
}
