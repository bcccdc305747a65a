import { type Ask, NOTHING, stillThere } from './asks.js';
import { CALLS } from './plan.js';

/** After so much silence in a row it is worth a connection to know whether the host is still there. */
const DOUBTFUL_SILENCE = 100;
const BETWEEN_CALLS_MS = 1_000;

/**
 * Tells a host that drops from one that fell over or locked us out while we looked: asks again a port that answered,
 * a closed one if there is any, since that disturbs nobody.
 */
export class StillThere {
  /** When the next call may go out. */
  notBefore = -Infinity;
  missedCalls = 0;
  private witness = NOTHING;
  private witnessIsClosed = false;
  private silence = 0;
  private state: 'unasked' | 'calling' | 'settled' = 'unasked';

  get doubtful(): boolean {
    return this.state !== 'settled' && this.witness !== NOTHING && this.silence >= DOUBTFUL_SILENCE;
  }
  get lost(): boolean {
    return this.missedCalls === CALLS;
  }

  noteAnswer(rank: number, closed: boolean): void {
    this.silence = 0;
    if (this.witness !== NOTHING && this.witnessIsClosed && !closed) return;
    if (closed || this.witness === NOTHING) {
      this.witness = rank;
      this.witnessIsClosed = closed;
    }
  }

  noteSilence(): void {
    this.silence++;
  }

  /** The next call, or `NOTHING` while one is under way or not due yet. */
  call(now: number): Ask {
    if (!this.doubtful || this.state === 'calling' || now < this.notBefore) return NOTHING;
    this.state = 'calling';
    return stillThere(this.witness);
  }

  settle(answered: boolean, now: number): void {
    if (!answered) {
      this.missedCalls++;
      this.notBefore = now + BETWEEN_CALLS_MS * this.missedCalls;
    }
    this.state = answered || this.lost ? 'settled' : 'unasked';
  }

  /** The call could not be sent. */
  cancel(): void {
    this.state = 'unasked';
  }
}
