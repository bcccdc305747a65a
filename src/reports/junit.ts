import type { Finding, Report } from '../model.js';
import type { Reporter } from './reporter.js';
import { type Host, hostsOf, isFailure, isUnjudged, isWaived, shownFrom } from './shown.js';
import { nameOf, placeOf } from './words.js';
import { XmlWriter } from './xml.js';

const SECOND_MS = 1000;

/**
 * JUnit: a suite for each target, a case for each judgement. Failed is a failure; what could not be looked at is an
 * error, so that no test tab calls it green; waived and not applicable are skipped, with the reason.
 */
export const junit: Reporter = function* (report, { minSeverity }) {
  const shown = shownFrom(report, minSeverity);
  const hosts = hostsOf(shown);
  const xml = new XmlWriter();
  xml.open('testsuites', { name: shown.tool.name, time: shown.run.durationMs / SECOND_MS, ...total(hosts.map(countsOf)) });
  for (const host of hosts) {
    writeSuite(xml, host, shown);
    yield xml.take();
  }
  yield xml.close().end().take();
};

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function countsOf({ target, findings }: Host): Counts {
  const unseen = isUnseen(target) ? 1 : 0;
  const failures = findings.filter(isFailure).length;
  const errors = findings.filter(isUnjudged).length + unseen;
  const passes = findings.filter(({ outcome }) => outcome === 'pass').length;
  const tests = findings.length + unseen;
  return { tests, failures, errors, skipped: tests - failures - errors - passes };
}

function total(counts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts): number => counts.reduce((n, one) => n + one[key], 0);
  return { tests: sum('tests'), failures: sum('failures'), errors: sum('errors'), skipped: sum('skipped') };
}

const isUnseen = ({ state }: Host['target']): boolean => state === 'down' || state === 'unresolved';

function writeSuite(xml: XmlWriter, host: Host, { run }: Report): void {
  const { target, findings } = host;
  // JUnit wants local time without a zone; ours is UTC.
  xml.open('testsuite', { name: nameOf(target), ...countsOf(host), timestamp: run.startedAt.slice(0, 19), hostname: target.name });
  if (target.systems.length > 0) {
    xml.open('properties');
    for (const { id, title, version } of target.systems) xml.leaf('property', { name: id, value: `${title} ${version}`.trim() });
    xml.close();
  }
  if (isUnseen(target)) {
    xml.open('testcase', { name: 'the target could be looked at', classname: target.name });
    xml.leaf('error', { message: target.because, type: target.state }).close();
  }
  for (const finding of findings) writeCase(xml, finding);
  xml.close();
}

function writeCase(xml: XmlWriter, finding: Finding): void {
  const { check, target, outcome, because, severity, waiver } = finding;
  xml.open('testcase', { name: `${check} on ${placeOf(finding)}`, classname: target });
  if (isWaived(finding)) xml.leaf('skipped', { message: `waived until ${waiver!.expires}: ${waiver!.reason} (${because})` });
  else if (outcome === 'fail') xml.leaf('failure', { message: because, type: severity }, detailsOf(finding));
  else if (outcome === 'unknown') xml.leaf('error', { message: because, type: 'unknown' }, detailsOf(finding));
  else if (outcome === 'not-applicable') xml.leaf('skipped', { message: `not applicable: ${because}` });
  xml.close();
}

function detailsOf({ title, exhibits, remediation, references }: Finding): string[] {
  return [
    `Expected: ${title}`,
    ...exhibits.map(({ fact, saw }) => `Seen: ${saw} (${fact})`),
    ...(remediation ? [`To do: ${remediation}`] : []),
    ...references,
  ];
}
