import type { HostOutcome } from './host-look.js';
import type { Plan } from './plan.js';

/** What a thread is told at its start. */
export interface Assignment {
  readonly ports: Uint16Array;
  readonly plan: Plan;
  readonly slots: number;
  readonly rate: number;
  readonly hostRate: number;
  readonly refunds: boolean;
  readonly neighbours: { readonly rate: number; readonly atOnce: number };
  readonly progress: Int32Array;
}

export interface AssignedHost {
  readonly id: number;
  readonly address: string;
  readonly isNeighbour: boolean;
  /** Where other threads have other ports of the same host. */
  readonly signals?: Int32Array;
}

export type ToThread =
  | { readonly type: 'hosts'; readonly connector: 'raw' | 'net'; readonly hosts: readonly AssignedHost[] }
  | { readonly type: 'stop'; readonly why: string };

export type FromThread =
  | { readonly type: 'open'; readonly id: number; readonly port: number }
  | { readonly type: 'done'; readonly hosts: readonly { readonly id: number; readonly outcome: HostOutcome }[] };
