const BUCKET_MS = 8;
/** Together 8 s, more than the longest deadline. */
const BUCKETS = 1_024;

/** What is due when: buckets of time, so that thousands of deadlines cost no timer and no sorting. */
export class Deadlines {
  private readonly buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  private cursor: number;

  constructor(now: number) {
    this.cursor = Math.floor(now / BUCKET_MS);
  }

  /** Never visited before `at`; where that is beyond the horizon, or the machine slept, visited too early. */
  add(entry: number, at: number): void {
    const bucket = Math.min(Math.max(Math.ceil(at / BUCKET_MS), this.cursor), this.cursor + BUCKETS - 1);
    this.buckets[bucket % BUCKETS]!.push(entry);
  }

  /** Visits what is due, once. */
  passed(now: number, visit: (entry: number) => void): void {
    const end = Math.floor(now / BUCKET_MS) + 1;
    const due = Math.min(end - this.cursor, BUCKETS);
    const first = this.cursor;
    this.cursor = Math.max(this.cursor, end);
    for (let ahead = 0; ahead < due; ahead++) {
      const index = (first + ahead) % BUCKETS;
      const bucket = this.buckets[index]!;
      if (bucket.length === 0) continue;
      this.buckets[index] = [];
      for (const entry of bucket) visit(entry);
    }
  }

  /** When something is due next, or Infinity. */
  get next(): number {
    for (let ahead = 0; ahead < BUCKETS; ahead++) {
      if (this.buckets[(this.cursor + ahead) % BUCKETS]!.length > 0) return (this.cursor + ahead) * BUCKET_MS;
    }
    return Infinity;
  }
}
