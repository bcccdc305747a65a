import type { Evidence, FactName, Place, Severity, SubjectKind, Target } from './subject.js';

/** Anything a check can look at: an open port, a protocol, a product, or the host as a whole. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly target: Target;
  /** Absent on the host, and on what is known from files alone. */
  readonly port?: number;
  readonly tls?: boolean;
  /** The configuration that was read for it, as the user named it. */
  readonly files?: string;
  /** True on files whose facts a subject on the wire has, too: only what concerns files alone is asked here. */
  readonly alsoOnWire?: boolean;
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
  /** Facts of configuration files that answer the same question. */
  readonly files?: { readonly requires: readonly FactName[] };
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
