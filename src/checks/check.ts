import type {
  CheckMeta,
  Exhibit,
  FactName,
  Facts,
  Observation,
  Place,
  Remediation,
  Severity,
  Subject,
  SubjectKind,
  Verdict,
} from '../model.js';
import { reconcile } from './reconcile.js';

/** What a check may know besides its facts. It never asks the clock, a socket or a file. */
export interface CheckContext {
  readonly subject: Subject;
  /** When the survey was made, ISO 8601: the only clock of a check. */
  readonly now: Date;
  /** Ids of the systems recognised on this host. */
  readonly systems: readonly string[];
  /** `loopback`, `private` (private, link-local, unique-local) or `public`. */
  readonly exposure: 'loopback' | 'private' | 'public';
  /** Every subject of the same host, for checks that join what several services say. */
  readonly neighbours: readonly Subject[];
  /** Subjects of the same kind on the other hosts of the survey: what two hosts should not share. */
  readonly elsewhere: () => readonly Subject[];
  /** Whether profile or policy expects this port to be open; undefined where nobody said anything. */
  readonly expected: boolean | undefined;
}

type Needed<Names extends FactName> = { readonly [Name in Names]: Facts[Name] };
type Considered<Names extends FactName> = { readonly [Name in Names]?: Observation<Facts[Name]> };

export interface Check extends CheckMeta {
  readonly evaluate: (facts: never, context: CheckContext, considered: never) => Verdict;
  readonly files?: { readonly requires: readonly FactName[]; readonly evaluate: (facts: never, context: CheckContext) => Verdict };
}

/** What configuration files answer to the question of a check that the wire answers, too; see `reconcile.ts`. */
interface FilesAnswer<Names extends FactName> {
  readonly requires: readonly Names[];
  evaluate(facts: Needed<Names>, context: CheckContext): Verdict;
}

interface CheckDefinition<Required extends FactName, Optional extends FactName, Files extends FactName> {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly subject: SubjectKind;
  /** Facts without which there is no verdict: missing or failed, the answer is `unknown` by itself. */
  readonly requires?: readonly Required[];
  /** Facts that help where they are there; handed over as observations. */
  readonly considers?: readonly Optional[];
  readonly files?: FilesAnswer<Files>;
  readonly rationale: string;
  readonly remediation: Remediation;
  readonly references: readonly string[];
  readonly mapping: CheckMeta['mapping'];
  readonly aliases?: readonly string[];
  evaluate(facts: Needed<Required>, context: CheckContext, considered: Considered<Optional>): Verdict;
}

/** One question, one file. `evaluate` only ever sees whole facts; see `runCheck`. */
export function defineCheck<
  const Required extends FactName = never,
  const Optional extends FactName = never,
  const Files extends FactName = never,
>(definition: CheckDefinition<Required, Optional, Files>): Check {
  return { requires: [], considers: [], ...definition } as unknown as Check;
}

type Overrides = { severity?: Severity; confidence?: number; remediation?: string };

export const pass = (because: string, ...exhibits: Exhibit[]): Verdict => ({ outcome: 'pass', because, exhibits });
export const fail = (because: string, ...exhibits: Exhibit[]): Verdict => ({ outcome: 'fail', because, exhibits });
/** A fail that differs from the check's usual one: in severity, in certainty, or in what to change. */
export const failWith = (overrides: Overrides, because: string, ...exhibits: Exhibit[]): Verdict => ({
  outcome: 'fail',
  because,
  exhibits,
  ...overrides,
});
/** A pass that is inferred rather than seen. */
export const passWith = (overrides: Pick<Overrides, 'confidence'>, because: string, ...exhibits: Exhibit[]): Verdict => ({
  outcome: 'pass',
  because,
  exhibits,
  ...overrides,
});
export const unknown = (because: string, ...exhibits: Exhibit[]): Verdict => ({ outcome: 'unknown', because, exhibits });
export const notApplicable = (because: string): Verdict => ({ outcome: 'not-applicable', because });

/** The evidence beside a verdict: which fact, and what it said in words. */
export const saw = (fact: FactName, what: string, place?: Place): Exhibit => ({
  fact,
  saw: what,
  ...(place ? { place } : {}),
});

/**
 * A check speaks of a subject only where at least one fact that it asks for was looked at, and one that compares wire and
 * files only where there are files. What files alone can answer is asked once a host, not on every port they belong to.
 */
export function concerns(check: Check, subject: Subject): boolean {
  if (check.subject !== subject.kind) return false;
  const asked = [...askedOfWire(check), ...(check.files?.requires ?? [])];
  if (asked.length === 0) return subject.alsoOnWire !== true;
  const aboutFiles = asked.every((name) => CONFIG_FACT.test(name));
  if (aboutFiles ? subject.port !== undefined : subject.alsoOnWire) return false;
  if (check.requires.some((name) => CONFIG_FACT.test(name) && !subject.evidence[name])) return false;
  return lookedAt(asked, subject);
}

const CONFIG_FACT = /^[a-z-]+\.config/;
/** What a file says may help to judge the wire, and is not of it. */
const askedOfWire = ({ requires, considers, files }: Check): readonly FactName[] =>
  [...requires, ...considers].filter((name) => !files?.requires.includes(name));
const lookedAt = (names: readonly FactName[], { evidence }: Subject): boolean => names.some((name) => evidence[name] !== undefined);

/** What the wire and what configuration files answer; undefined where the one or the other was not looked at. */
export function answersOf(check: Check, context: CheckContext): { readonly wire?: Verdict; readonly files?: Verdict } {
  const { files } = check;
  const written = files && lookedAt(files.requires, context.subject) ? answer(files, [], context) : undefined;
  if (written && !lookedAt(askedOfWire(check), context.subject)) return { files: written };
  return { wire: answer(check, check.considers, context), ...(written ? { files: written } : {}) };
}

/** One verdict, from the wire, from configuration files, or from both where both were looked at. */
export function runCheck(check: Check, context: CheckContext): Verdict {
  const { wire, files } = answersOf(check, context);
  return wire && files ? reconcile(wire, files) : (wire ?? files)!;
}

type Question = Pick<Check, 'requires' | 'evaluate'>;

/** Answers `unknown` on the check's behalf where a required fact is missing or failed, or where the check throws. */
function answer({ requires, evaluate }: Question, considers: readonly FactName[], context: CheckContext): Verdict {
  const { evidence } = context.subject;
  const facts: Partial<Record<FactName, unknown>> = {};
  for (const name of requires) {
    const observation = evidence[name];
    if (!observation) return unknown(`${name} was not looked at`);
    if (!observation.ok) return unknown(`${name} could not be seen: ${observation.failure.detail} (${observation.failure.kind})`);
    facts[name] = observation.value;
  }
  const considered: Partial<Record<FactName, unknown>> = {};
  for (const name of considers) considered[name] = evidence[name];
  try {
    return evaluate(facts as never, context, considered as never);
  } catch (error) {
    return unknown(`the check itself failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
