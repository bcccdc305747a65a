/** What a late timer missed is made up for within this time, no more. */
const BURST_MS = 50;

/**
 * A token bucket for new connections. With `refunds` a connection that was answered gives its token back: the rate then
 * limits what goes into silence only, and answers set their own pace.
 */
export class Pace {
  private tokens: number;
  private filledAt: number;
  private readonly capacity: number;

  /** `atOnce` may be spent in one go, again and again after a time of rest. */
  constructor(
    private readonly perSecond: number,
    private readonly refunds: boolean,
    now: number,
    atOnce = 1,
  ) {
    this.tokens = atOnce;
    this.capacity = atOnce + (perSecond * BURST_MS) / 1_000;
    this.filledAt = now;
  }

  /** How many connections may start now. */
  available(now: number): number {
    if (this.perSecond === Infinity) return Infinity;
    this.tokens = Math.min(this.capacity, this.tokens + ((now - this.filledAt) * this.perSecond) / 1_000);
    this.filledAt = now;
    return Math.floor(this.tokens);
  }

  spend(): void {
    if (this.perSecond !== Infinity) this.tokens--;
  }

  refund(): void {
    if (this.refunds) this.tokens = Math.min(this.capacity, this.tokens + 1);
  }

  /** Until the next token. */
  get waitMs(): number {
    return Math.max(0, ((1 - this.tokens) * 1_000) / this.perSecond);
  }
}
