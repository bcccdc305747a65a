import { ProbeError } from '../errors.js';
import type { Turn } from './dial.js';
import { Latency, SIGNS_TO_STOP } from './latency.js';

/** Much, since decoding answers keeps our own event loop busy, too. */
const SUSPICIOUS_DELAY_MS = 1_000;

/**
 * Watches one host while its services are looked at, and backs off where our looks are too much for it: signs are
 * answers four times slower than before, and open ports that take no connection any more. Three of them end the looks.
 */
export class HostWatch {
  private readonly latency = new Latency(SUSPICIOUS_DELAY_MS);
  private readonly lost = new Set<number>();
  private signs = 0;
  private missed = false;

  constructor(private readonly next: Turn) {}

  /** Why the host was left alone, if it was. */
  get leftAlone(): string | undefined {
    if (this.signs < SIGNS_TO_STOP) return undefined;
    const ports = [...this.lost].sort((a, b) => a - b);
    const how = ports.length > 0 ? `open ports take no connections now (${ports.join(', ')})` : 'it answered slower and slower';
    return `left alone after ${SIGNS_TO_STOP} signs of distress: ${how}`;
  }

  /** True where the last connection did not come about: the host may be gone, or its network. */
  get missedLast(): boolean {
    return this.missed;
  }

  /** As the turn that everybody waits for; with each sign it takes twice as many, and after the last it is refused. */
  readonly turn: Turn = async (address) => {
    for (let turns = 0; turns < 2 ** this.signs; turns++) {
      if (this.leftAlone) throw new ProbeError('skipped', this.leftAlone);
      await this.next(address);
    }
  };

  onConnected(latencyMs: number): void {
    this.missed = false;
    if (this.latency.isSign(latencyMs, performance.now())) this.signs++;
  }

  /** A port that the sweep found open does not take connections any more; each counts once. */
  onLost(port: number): void {
    this.missed = true;
    if (this.lost.has(port)) return;
    this.lost.add(port);
    this.signs++;
  }
}
