import type { CheckMeta, Exhibit, Outcome, Recognition } from './judgement.js';
import type { FailOn } from './policy.js';
import type { Severity } from './subject.js';
import type { Note, SurveyRun, SurveyedService, SurveyedTarget, Tool } from './survey.js';

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
  /** On an unknown: the flag that would have allowed the missing look. It does not count for the gate. */
  readonly needs?: 'active' | 'intrusive';
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
