import type { z } from 'zod';
import type { factSchemas } from './facts/index.js';

/*
 * Every shared type. Nothing here runs: the file imports types only.
 * Read `facts/` beside it: the dictionary of everything porosity can know.
 */

export type Protocol = 'ssh' | 'http' | 'tls' | 'mqtt' | 'smb' | 'rustdesk';
/** A kind of system as checks know it; one system (`beszel`) may have several kinds (`beszel-hub`, `beszel-agent`). */
export type Product =
  'home-assistant' | 'beszel-hub' | 'beszel-agent' | 'containerssh' | 'betterdesk' | 'webssh' | 'web-terminal' | 'neighbour';
/** `port` is any open port; `host` is the target as a whole. */
export type SubjectKind = Protocol | Product | 'port' | 'host';

/** How deep a look may go. `active` leaves a trace; `intrusive` counts as a failed login, logs in or writes. */
export type Mode = 'passive' | 'active' | 'intrusive';
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export type Layer = 'tcp' | 'tls';

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

// --- survey: what was seen --------------------------------------------------------------------------------------------

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

// --- judgement ----------------------------------------------------------------------------------------------------------

/** Anything a check can look at: an open port, a protocol, a product, or the host as a whole. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly target: Target;
  /** Absent on the host, and on what is known from files alone. */
  readonly port?: number;
  readonly tls?: boolean;
  /** The configuration that was read for it, as the user named it. */
  readonly files?: string;
  /** What the profile of the recognised system calls this port. */
  readonly role?: string;
  /** Its own facts, those of the floors below, and those from its configuration files. */
  readonly evidence: Evidence;
}

export interface Exhibit {
  readonly fact: FactName;
  readonly saw: string;
  readonly place?: Place;
}

interface Judged {
  readonly because: string;
  readonly exhibits: readonly Exhibit[];
  /** Overrides the severity of the check for this case (plain HTTP on a public address). */
  readonly severity?: Severity;
  /** 0 to 100; below 100 for what is inferred rather than seen. */
  readonly confidence?: number;
  /** Overrides the remediation of the check where the case needs another line. */
  readonly remediation?: string;
}
export type Verdict =
  | ({ readonly outcome: 'pass' | 'fail' } & Judged)
  | { readonly outcome: 'not-applicable' | 'unknown'; readonly because: string; readonly exhibits?: readonly Exhibit[] };
export type Outcome = Verdict['outcome'];

/** How to fix it: for everyone, and in the words of a recognised system where they differ. */
export type Remediation = string | ({ readonly default: string } & { readonly [system: string]: string });

export interface CheckMeta {
  /** `<folder>/<file>` under src/checks. */
  readonly id: string;
  /** States the good case: reads as a checklist line and is true on a pass. */
  readonly title: string;
  readonly severity: Severity;
  readonly subject: SubjectKind;
  readonly requires: readonly FactName[];
  readonly considers: readonly FactName[];
  readonly rationale: string;
  readonly remediation: Remediation;
  readonly references: readonly string[];
  readonly mapping: { readonly cwe?: readonly number[]; readonly checklist?: readonly string[] };
  /** Earlier ids of the same check; waivers may still use them. */
  readonly aliases?: readonly string[];
}

export interface Recognition {
  /** The system as users know it: `home-assistant`, `beszel`. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly confidence: number;
}

// --- policy: what the owner says about it ------------------------------------------------------------------------------

/** What closes the gate: findings at or above a severity, only what is new since the baseline, or nothing. */
export type FailOn = Severity | 'new' | 'none';
/** What a check that counts for the gate and ended `unknown` does to it. */
export type UnknownRule = 'undecided' | 'fail' | 'ignore';

export interface Waiver {
  /** A check id, or a prefix that ends in a slash (`mqtt/`). */
  readonly check: string;
  /** A name, an address or a CIDR block; every target where absent. */
  readonly target?: string;
  readonly port?: number;
  readonly reason: string;
  /** The last day it holds, `2027-03-01`. */
  readonly expires: string;
}

/** The exposure that the owner means a target to have. */
export interface Expectation {
  /** A name, an address or a CIDR block. */
  readonly target: string;
  readonly ports: readonly number[];
}

/** A policy file, read and checked: ids are current (no aliases), dates are real, reasons are filled in. */
export interface Policy {
  /** The path as the user gave it. */
  readonly file: string;
  /** Long flags in camelCase; the command line wins over them. */
  readonly flags: PolicyFlags;
  readonly unknown: UnknownRule;
  readonly severities: Readonly<Record<string, Severity>>;
  readonly expect: readonly Expectation[];
  readonly waivers: readonly Waiver[];
}

/** Every long flag that may stand in a policy file. */
export interface PolicyFlags {
  readonly ports?: string;
  readonly format?: string;
  readonly output?: readonly string[];
  readonly failOn?: FailOn;
  readonly minSeverity?: Severity;
  readonly baseline?: string;
  readonly history?: string;
  readonly keep?: string;
  readonly onlyChanges?: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly config?: readonly string[];
  readonly active?: boolean;
  readonly intrusive?: boolean;
  readonly public?: boolean;
  readonly rate?: number | 'max';
  readonly hostRate?: number | 'max';
  readonly engine?: 'connect' | 'nmap';
  readonly portsOnly?: boolean;
  readonly exclude?: readonly string[];
  readonly shard?: string;
  readonly resume?: string;
  readonly queue?: string;
  readonly publish?: string;
  readonly publishCa?: string;
  readonly unpublish?: boolean;
  readonly allowIncomplete?: boolean;
  readonly exitStyle?: 'porosity' | 'nagios';
  readonly dryRun?: boolean;
  readonly quiet?: boolean;
  readonly noProgress?: boolean;
  readonly noColor?: boolean;
  readonly debug?: boolean;
}

// --- report ---------------------------------------------------------------------------------------------------------------

export interface WaiverMark {
  readonly reason: string;
  readonly expires: string;
}
export type BaselineMark = 'new' | 'unchanged' | 'changed';

export interface Finding {
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: number;
  readonly outcome: Outcome;
  readonly because: string;
  readonly exhibits: readonly Exhibit[];
  readonly target: string;
  readonly address: string;
  readonly port?: number;
  readonly remediation: string;
  readonly references: readonly string[];
  readonly mapping: CheckMeta['mapping'];
  readonly fingerprint: string;
  readonly waiver: WaiverMark | null;
  readonly baseline: BaselineMark | null;
  /** Since when it has been there, from the history. */
  readonly firstSeen?: string;
}

export interface ReportedTarget extends SurveyedTarget {
  readonly systems: readonly Recognition[];
  /** What stays when the address changes: `ssh:SHA256:…`, `tls:…`, `home-assistant:<uuid>`. */
  readonly identities: readonly string[];
}

export interface ReportedService extends SurveyedService {
  readonly role: string;
  readonly product: string;
  readonly version: string;
  readonly confidence: number;
}

export interface Summary {
  readonly fail: Readonly<Record<Severity, number>>;
  readonly pass: number;
  readonly unknown: number;
  readonly notApplicable: number;
  readonly waived: number;
}

export interface Gate {
  readonly result: 'open' | 'closed' | 'undecided';
  readonly failOn: FailOn;
  readonly exitCode: number;
  /** Why it is closed or undecided, one clause each. */
  readonly because: readonly string[];
}

export interface Report {
  readonly schemaVersion: 1;
  readonly kind: 'report';
  readonly tool: Tool;
  readonly run: SurveyRun;
  readonly targets: readonly ReportedTarget[];
  readonly services: readonly ReportedService[];
  readonly findings: readonly Finding[];
  /** Findings of the baseline that are not there any more, or could not be compared. */
  readonly absent?: readonly { readonly finding: Finding; readonly why: 'resolved' | 'not compared'; readonly because: string }[];
  readonly notes: readonly Note[];
  readonly summary: Summary;
  readonly gate: Gate;
}
