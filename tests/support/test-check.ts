import { describe, expect, test } from '@jest/globals';
import { type Check, type CheckContext, runCheck } from '../../src/checks/check.js';
import type { Evidence, FactName, Facts, Outcome, Subject, Verdict } from '../../src/model.js';

type FactTable = { readonly [Name in FactName]?: Facts[Name] };
interface Case {
  readonly name: string;
  readonly facts: FactTable;
  readonly context?: Partial<Omit<CheckContext, 'subject'>>;
  readonly subject?: Partial<Subject>;
  /** The `because` must contain this. */
  readonly because?: string;
}
type Cases = { readonly [O in Outcome]?: readonly Case[] };

/** Facts in, outcome out. Adds the unknown cases by itself: one for each required fact that is missing or failed. */
export function testCheck(check: Check, cases: Cases): void {
  describe(check.id, () => runCases(check, cases, check.requires, {}));
}

/** As `testCheck`, for what configuration files alone answer. */
export function testFiles(check: Check, cases: Cases): void {
  describe(`${check.id}, from files`, () => runCases(check, cases, check.files?.requires ?? [], { port: undefined, files: '/config' }));
}

function runCases(check: Check, cases: Cases, requires: readonly FactName[], where: Partial<Subject>): void {
  for (const [outcome, list] of Object.entries(cases) as [Outcome, readonly Case[]][]) {
    for (const { name, facts, context, subject, because } of list) {
      test(`${outcome}: ${name}`, () => {
        const verdict = runCheck(check, contextFor(check, seen(facts), context, { ...where, ...subject }));
        expect({ outcome: verdict.outcome, because: verdict.because }).toEqual({
          outcome,
          because: because === undefined ? expect.any(String) : expect.stringContaining(because),
        });
      });
    }
  }
  const whole = cases.pass?.[0]?.facts ?? cases.fail?.[0]?.facts ?? {};
  for (const name of requires) {
    test(`unknown: ${name} was not looked at`, () => {
      const { [name]: _left, ...rest } = seen(whole);
      expect(runCheck(check, contextFor(check, rest, {}, where)).outcome).toBe('unknown');
    });
    test(`unknown: ${name} could not be seen`, () => {
      const evidence = { ...seen(whole), [name]: { ok: false, failure: { kind: 'timeout', detail: 'no answer' } } } as Evidence;
      expect(runCheck(check, contextFor(check, evidence, {}, where)).outcome).toBe('unknown');
    });
  }
}

/** What a check says of evidence that a scanner gathered. */
export const outcomeOf = (check: Check, evidence: Evidence): Outcome => runCheck(check, contextFor(check, evidence)).outcome;

/** The whole verdict, for what a case of `testCheck` does not show: severity, confidence, exhibits. */
export function verdictOf(check: Check, facts: FactTable, context: Case['context'] = {}): Verdict {
  return runCheck(check, contextFor(check, seen(facts), context));
}

function seen(facts: FactTable): Evidence {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { ok: true, value }])) as Evidence;
}

function contextFor(check: Check, evidence: Evidence, context: Case['context'] = {}, subject: Case['subject'] = {}): CheckContext {
  return {
    subject: {
      kind: check.subject,
      target: { name: 'box.lan', address: '192.168.0.215' },
      ...(check.subject === 'host' ? {} : { port: 1 }),
      evidence,
      ...subject,
    },
    now: new Date('2026-11-21T08:00:00Z'),
    systems: [],
    exposure: 'private',
    neighbours: [],
    elsewhere: () => [],
    expected: undefined,
    ...context,
  };
}
