const SMALLEST = 16;
const BETWEEN_CUTS_MS = 500;
/** A share of losses is worth nothing before so many answers. */
const ANSWERS_TO_JUDGE = 20;
/** Radio and cables lose less than this by chance; more is our doing: too much at once. */
const CHANCE = 0.2;

/** How many connections to one host may be in flight: opens while all is well, closes when answers get lost. */
export class Window {
  private size: number;
  private cutAt = -Infinity;
  private careful = false;
  private prompt = 0;
  private late = 0;

  constructor(private readonly first: number) {
    this.size = first;
  }

  get connections(): number {
    return Math.floor(this.size);
  }
  /** Hardly anything is asked at once. */
  get gentle(): boolean {
    return this.size <= 2 * SMALLEST;
  }

  notePrompt(): void {
    this.prompt++;
  }

  /** An answer came to a look that was not the first. */
  noteLoss(now: number): void {
    this.late++;
    if (now < this.cutAt + BETWEEN_CUTS_MS) return;
    const judged = this.prompt + this.late >= ANSWERS_TO_JUDGE;
    if (judged && this.late / (this.prompt + this.late) > CHANCE) this.narrow(2, now);
    else {
      // Chance, for all we know: half as much at once, but no less than where we began.
      this.size = Math.max(Math.min(this.first, this.size), this.size / 2);
      this.cutAt = now;
    }
    this.prompt = 0;
    this.late = 0;
  }

  /** Asks for much less, and carefully for more from now on. */
  narrow(divisor: number, now: number): void {
    this.size = Math.max(SMALLEST, this.size / divisor);
    this.cutAt = now;
    this.careful = true;
  }

  /** A connection came to its end: doubles with every round trip, or grows by one with each when careful. */
  grow(now: number): void {
    if (now < this.cutAt + BETWEEN_CUTS_MS) return;
    this.size += this.careful ? 1 / this.size : 1;
  }
}
