import type { Severity } from './subject.js';

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
  readonly site?: string;
  readonly allow?: readonly string[];
  readonly vantage?: string;
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
