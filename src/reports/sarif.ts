import type { Log, Notification, ReportingDescriptorReference, Result } from 'sarif';
import type { Finding, ReportedTarget } from '../model.js';
import { jsonPieces } from './json-pieces.js';
import { printable } from './printable.js';
import type { Reporter } from './reporter.js';
import { locationsOf } from './sarif-locations.js';
import { CWE, levelOf, rulesOf, SCORES } from './sarif-rules.js';
import { shownFrom } from './shown.js';
import { nameOf, placeOf } from './words.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const HOME = 'https://www.npmjs.com/package/porosity';
const BASELINE_STATES = { new: 'new', unchanged: 'unchanged', changed: 'updated' } as const;

/**
 * SARIF 2.1.0. Results are the failures, waived ones as suppressed; what could not be looked at is a notification of
 * the invocation; a check that passed is a rule without a result.
 */
export const sarif: Reporter = function* (report, { minSeverity, checks, policyFile }) {
  const { findings, targets, run, tool, gate } = shownFrom(report, minSeverity);
  const rules = rulesOf(findings, checks ?? []);
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  const ruleOf = ({ check }: Finding): ReportingDescriptorReference => ({ id: check, index: index.get(check)! });

  function* results(): Generator<Result> {
    for (const finding of findings) {
      if (finding.outcome === 'fail') yield resultOf(finding, index.get(finding.check)!, policyFile);
    }
  }
  function* notifications(): Generator<Notification> {
    for (const target of targets) if (target.state !== 'examined') yield silenceOf(target);
    for (const finding of findings) {
      if (finding.outcome !== 'unknown') continue;
      const text = messageText(`${placeOf(finding)} of ${printable(finding.target)} was not judged: ${finding.because}`);
      yield { level: 'warning', message: { text }, associatedRule: ruleOf(finding), locations: locationsOf(finding, policyFile) };
    }
  }

  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, semanticVersion: tool.version, informationUri: HOME, rules } },
        automationDetails: { id: `porosity/${encodeURIComponent(printable(run.vantage ?? 'audit'))}/` },
        invocations: [
          {
            executionSuccessful: !run.incomplete,
            exitCode: gate.exitCode,
            startTimeUtc: run.startedAt,
            endTimeUtc: run.finishedAt,
            toolExecutionNotifications: notifications(),
          },
        ],
        taxonomies: [{ ...CWE, taxa: taxaOf(findings) }],
        results: results(),
      },
    ],
  } satisfies Loosely<Log>;
  yield* jsonPieces(log);
  yield '\n';
};

/** The same shape, with lists that may be written one item at a time. */
type Loosely<T> = T extends readonly (infer Item)[]
  ? Iterable<Loosely<Item>>
  : T extends object
    ? { [Key in keyof T]: Loosely<T[Key]> }
    : T;

function resultOf(finding: Finding, ruleIndex: number, policyFile?: string): Result {
  const { check, severity, because, title, exhibits, remediation, fingerprint, waiver, baseline, confidence, target, address, port } =
    finding;
  return {
    ruleId: check,
    ruleIndex,
    kind: 'fail',
    level: levelOf(severity),
    message: { text: messageText(`${nameOf({ name: target, address })}, ${placeOf(finding)}: ${because}. Expected: ${title}.`) },
    locations: locationsOf(finding, policyFile),
    // GitHub knows the first name only, other readers take any.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'porosity/v1': fingerprint },
    ...(baseline ? { baselineState: BASELINE_STATES[baseline] } : {}),
    suppressions: waiver
      ? [{ kind: 'external', status: 'accepted', justification: printable(`${waiver.reason} (until ${waiver.expires})`) }]
      : [],
    properties: {
      severity,
      confidence,
      target: printable(target),
      address: printable(address),
      ...(port === undefined ? {} : { port }),
      'security-severity': SCORES[severity],
      seen: exhibits.map(({ fact, saw }) => printable(`${fact}: ${saw}`)),
      remediation: printable(remediation),
    },
  };
}

function silenceOf(target: ReportedTarget): Notification {
  const text = messageText(`${nameOf(target)} is ${target.state}: ${target.because}`);
  return { level: target.state === 'partial' ? 'warning' : 'error', message: { text } };
}

function taxaOf(findings: readonly Finding[]): { id: string }[] {
  const numbers = new Set(findings.flatMap(({ mapping }) => mapping.cwe ?? []));
  return [...numbers].sort((a, b) => a - b).map((number) => ({ id: `CWE-${number}` }));
}

const MESSAGE_LIMIT = 1000;
/** SARIF reads `[text](target)` in a plain message as a link (section 3.11.6); none of ours is one. */
const messageText = (text: string): string => printable(text, MESSAGE_LIMIT).replaceAll('](', '] (');
