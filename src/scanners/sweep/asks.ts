/** One port of a host to be asked: its rank in asking order, and how often it has been looked at before, in one number. */
export type Ask = number;
export const NOTHING: Ask = -1;

const RANKS = 0x1_0000;
/** No port is looked at so often: asks once more what answered before, to see whether the host is still there. */
const STILL_THERE_LOOK = 0x7f;

export const askFor = (rank: number, look: number): Ask => look * RANKS + rank;
export const rankOf = (ask: Ask): number => ask % RANKS;
export const lookOf = (ask: Ask): number => Math.floor(ask / RANKS);
export const asksStillThere = (ask: Ask): boolean => lookOf(ask) === STILL_THERE_LOOK;
export const stillThere = (rank: number): Ask => askFor(rank, STILL_THERE_LOOK);

/** A queue of numbers that takes from the front without moving the rest each time. */
export class AskQueue {
  private asks: Ask[] = [];
  private head = 0;

  get length(): number {
    return this.asks.length - this.head;
  }

  push(ask: Ask): void {
    this.asks.push(ask);
  }

  shift(): Ask {
    const ask = this.asks[this.head];
    if (ask === undefined) return NOTHING;
    this.head++;
    if (this.head === this.asks.length) this.clear();
    return ask;
  }

  clear(): void {
    this.asks = [];
    this.head = 0;
  }
}
