import type { FailOn, Finding, Gate, Policy, SurveyedTarget, SurveyRun, UnknownRule } from '../model.js';
import { atLeast } from '../severity.js';

export interface GateOptions {
  /** Default: what the policy says, else `high`. */
  readonly failOn?: FailOn;
  /** Default: what the policy says, else `undecided`. */
  readonly unknown?: UnknownRule;
  readonly allowIncomplete?: boolean;
  readonly policy?: Policy;
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly targets: readonly SurveyedTarget[];
  readonly run: SurveyRun;
}

/** More clauses than this tell nobody anything. */
const MAX_CLAUSES = 20;

/** Decides who is bothered: 1 for findings that count, else 3 for what could not be looked at, else 0. */
export function gateOf({ findings, targets, run }: Judged, options: GateOptions): Gate {
  const { policy } = options;
  const failOn = options.failOn ?? policy?.flags.failOn ?? 'high';
  const unknownRule = options.unknown ?? policy?.unknown ?? 'undecided';
  const allowIncomplete = options.allowIncomplete ?? policy?.flags.allowIncomplete ?? false;

  const counting = findings.filter((finding) => finding.waiver === null && counts(finding, failOn));
  const failed = counting.filter(({ outcome }) => outcome === 'fail');
  const unanswered = unknownRule === 'ignore' ? [] : counting.filter(({ outcome, needs }) => outcome === 'unknown' && !needs);
  const closing = unknownRule === 'fail' ? [...failed, ...unanswered] : failed;
  if (closing.length > 0) return { result: 'closed', failOn, exitCode: 1, because: clauses(closing.map(clauseOf)) };

  const missing = [...incompleteness(targets, run), ...unanswered.map(clauseOf)];
  if (missing.length === 0) return { result: 'open', failOn, exitCode: 0, because: [] };
  return { result: 'undecided', failOn, exitCode: allowIncomplete ? 0 : 3, because: clauses(missing) };
}

/** A finding that only informs never counts, whatever is asked for. */
function counts({ severity, baseline }: Finding, failOn: FailOn): boolean {
  if (severity === 'info' || failOn === 'none') return false;
  // Without a baseline everything is new: a missing memory must not open the gate.
  if (failOn === 'new') return baseline === 'new' || baseline === null;
  return atLeast(severity, failOn);
}

/** The silence of addresses out of a block is no failure, unless none of them answered. */
function incompleteness(targets: readonly SurveyedTarget[], run: SurveyRun): readonly string[] {
  const silent = ({ state }: SurveyedTarget) => state === 'down' || state === 'unresolved';
  const fromBlocks = targets.filter(({ fromBlock }) => fromBlock);
  const named = targets.filter((target) => target.state !== 'examined' && !(target.fromBlock && silent(target)));
  return [
    ...(run.incomplete ? ['the run was interrupted'] : []),
    ...named.map(({ name, state, because }) => `${name} is ${state}${because ? `: ${because}` : ''}`),
    ...(fromBlocks.length > 0 && fromBlocks.every(silent) ? [`none of ${fromBlocks.length} addresses answered`] : []),
  ];
}

function clauseOf({ check, outcome, severity, target, port }: Finding): string {
  const place = port === undefined ? target : `${target}:${port}`;
  return outcome === 'fail' ? `${check} fails on ${place} (${severity})` : `${check} is unknown on ${place} (${severity})`;
}

function clauses(all: readonly string[]): readonly string[] {
  if (all.length <= MAX_CLAUSES) return all;
  return [...all.slice(0, MAX_CLAUSES), `and ${all.length - MAX_CLAUSES} more`];
}
