const UNKNOWN_MS = 500;
const SHORTEST_MS = 200;
const HOSTS_TO_LEARN_FROM = 8;
/** A host that is there but asleep is given this many times what the slowest of its neighbours took. */
const GENEROSITY = 6;

/** How long to wait for hosts that have not answered yet, learnt from those of the same sweep that have. */
export class NetworkPatience {
  private hosts = 0;
  private slowestMs = 0;

  noteFirstAnswer(latencyMs: number): void {
    this.hosts++;
    this.slowestMs = Math.max(this.slowestMs, latencyMs);
  }

  get deadlineMs(): number {
    if (this.hosts < HOSTS_TO_LEARN_FROM) return UNKNOWN_MS;
    return Math.min(UNKNOWN_MS, Math.max(SHORTEST_MS, GENEROSITY * this.slowestMs));
  }
}
