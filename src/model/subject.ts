import type { z } from 'zod';
import type { factSchemas } from '../facts/index.js';

export type Protocol = 'ssh' | 'http' | 'tls' | 'mqtt' | 'smb' | 'rustdesk';
/** A kind of system as checks know it; one system (`beszel`) may have several kinds (`beszel-hub`, `beszel-agent`). */
export type Product =
  | 'home-assistant'
  | 'home-assistant-observer'
  | 'beszel-hub'
  | 'beszel-agent'
  | 'containerssh'
  | 'betterdesk'
  | 'betterdesk-console'
  | 'webssh'
  | 'web-terminal'
  | 'neighbour';
/** `port` is any open port; `host` is the target as a whole. */
export type SubjectKind = Protocol | Product | 'port' | 'host';

/** How deep a look may go. `active` leaves a trace; `intrusive` counts as a failed login, logs in or writes. */
export type Mode = 'passive' | 'active' | 'intrusive';
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export type Layer = 'tcp' | 'tls' | 'udp';

/** `name` is what the user typed, `address` what it was resolved to. */
export interface Target {
  readonly name: string;
  readonly address: string;
}

/** Why a look did not end in a fact. A value, never an exception, by the time it leaves a scanner. */
export interface ProbeFailure {
  readonly kind: 'refused' | 'timeout' | 'reset' | 'protocol' | 'tls' | 'unsupported' | 'skipped' | 'limit' | 'bug';
  readonly detail: string;
}
export type Observation<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ProbeFailure };

export type Facts = { readonly [Name in keyof typeof factSchemas]: z.infer<(typeof factSchemas)[Name]> };
export type FactName = keyof Facts;
export type FactOf<Kind extends SubjectKind> = Extract<FactName, `${Kind}.${string}`>;
/** Facts read from files are named `<kind>.config…`; everything else was seen on the wire. */
export type ConfigFactOf<Kind extends SubjectKind> = Extract<FactOf<Kind>, `${Kind}.config${string}`>;
export type WireFactOf<Kind extends SubjectKind> = Exclude<FactOf<Kind>, ConfigFactOf<Kind>>;
export type Evidence = { readonly [Name in FactName]?: Observation<Facts[Name]> };

/** Where a line of a configuration file stands. `line` counts from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
}
