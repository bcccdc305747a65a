import type { Evidence, Mode, Protocol, SubjectKind, Target } from './subject.js';

export type PortState = 'open' | 'closed' | 'filtered';

export interface PortCounts {
  readonly swept: number;
  readonly open: number;
  readonly closed: number;
  readonly filtered: number;
}

/** examined: everything asked for was looked at; partial: something could not be; down: no answer; unresolved: no address. */
export type TargetState = 'examined' | 'partial' | 'down' | 'unresolved';

export interface SurveyedTarget extends Target {
  readonly state: TargetState;
  /** Why, unless examined. */
  readonly because: string;
  /** True for an address out of a block or range: its silence is not a failure of the audit. */
  readonly fromBlock?: boolean;
  readonly ports: PortCounts;
  /** Open ports with nmap's reason; port numbers ascending. */
  readonly open: readonly { readonly port: number; readonly reason: string }[];
  /** Ports that were left out because a mere connection does harm. */
  readonly spared?: readonly number[];
  /** Where several vantages were merged: which ports each of them saw open. */
  readonly seenFrom?: readonly { readonly vantage: string; readonly state: TargetState; readonly open: readonly number[] }[];
  /** What was read from configuration files for this host, by the kind it belongs to; paths are shown as the user gave them. */
  readonly files?: readonly SurveyedFiles[];
}

export interface SurveyedFiles {
  readonly kind: SubjectKind;
  readonly path: string;
  readonly facts: Evidence;
}

/** One protocol on one port. HTTP inside TLS is two services on one port: `tls` (tls: false) and `http` (tls: true). */
export interface SurveyedService {
  readonly target: string;
  readonly address: string;
  readonly port: number;
  readonly transport: 'tcp';
  /** True when the protocol was spoken inside TLS. */
  readonly tls: boolean;
  readonly protocol: Protocol | 'unknown';
  /** The protocol that carries this one when it is not TCP or TLS itself: MQTT over WebSocket has `http`. */
  readonly over?: Protocol;
  /** Where several vantages were merged: those that saw it. */
  readonly seenFrom?: readonly string[];
  /** Everything learnt on this floor, facts of recognised products included. */
  readonly facts: Evidence;
}

export interface Tool {
  readonly name: string;
  readonly version: string;
}

export interface SurveyRun {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly durationMs: number;
  readonly modes: readonly Mode[];
  /** The port specification as the user gave it. */
  readonly ports: string;
  readonly engine: 'connect' | 'nmap' | 'none';
  /** True when the run was interrupted or stopped early. */
  readonly incomplete: boolean;
  /** Where the scanner stood, for merged surveys. */
  readonly vantage?: string;
  /** Which part of the work this is, `i/n`. */
  readonly shard?: string;
}

export interface Note {
  readonly kind: 'info' | 'warning';
  readonly text: string;
  readonly target?: string;
}

export interface Survey {
  readonly schemaVersion: 1;
  readonly kind: 'survey';
  readonly tool: Tool;
  readonly run: SurveyRun;
  readonly targets: readonly SurveyedTarget[];
  readonly services: readonly SurveyedService[];
  readonly notes: readonly Note[];
}
