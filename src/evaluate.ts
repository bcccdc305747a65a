import { compareWithBaseline } from './baseline.js';
import { type Check, type CheckContext, concerns, runCheck } from './checks/check.js';
import { loadChecks } from './checks/index.js';
import { expectationOf } from './evaluate/expectation.js';
import { compareFindings, findingOf } from './evaluate/findings.js';
import { identitiesOf } from './evaluate/identity.js';
import { reportService } from './evaluate/products.js';
import { type KnownHost, knowHosts } from './evaluate/subjects.js';
import { summarise } from './evaluate/summary.js';
import { type Selection, wantedChecks } from './evaluate/wanted.js';
import { fingerprintOf, hostKeys } from './fingerprint.js';
import type { Finding, Policy, Report, Subject, Survey, Target } from './model.js';
import { applyPolicy, gateOf, type GateOptions } from './policy.js';
import { loadProfiles } from './profiles/index.js';
import type { Profile } from './profiles/profile.js';
import { placeOf } from './targets.js';

export interface EvaluateOptions extends GateOptions, Selection {
  /** An earlier report of the same targets: marks findings new, unchanged or changed. */
  readonly baseline?: Report;
}

/** The dry half: a survey in, a report out. The same survey, options and version give the same report, byte for byte. */
export async function evaluate(survey: Survey, options: EvaluateOptions = {}): Promise<Report> {
  const [checks, profiles] = await Promise.all([loadChecks(), loadProfiles()]);
  const hosts = knowHosts(survey, profiles);
  const judge = judgeWith(wantedChecks(checks, options), profiles, { survey, hosts, policy: options.policy });
  const targets = hosts.map((host) => ({ ...host.target, systems: host.systems, identities: identitiesOf(host.services) }));
  const keys = hostKeys(targets);
  const services = hosts.flatMap((host) => host.services.map((service) => reportService(service, host)));
  const drafts = hosts.flatMap((host, index) => judge(host, keys[index]!));
  const judged = applyPolicy(drafts, options.policy, { run: survey.run, targets });
  const current = { run: survey.run, targets, services, findings: [...judged.findings].sort(compareFindings) };
  const compared = options.baseline ? compareWithBaseline(current, options.baseline) : undefined;
  const findings = compared?.findings ?? current.findings;
  return {
    schemaVersion: 1,
    kind: 'report',
    tool: survey.tool,
    run: survey.run,
    targets,
    services,
    findings,
    ...(compared ? { absent: compared.absent } : {}),
    notes: [...survey.notes, ...judged.notes, ...(compared?.notes ?? [])],
    summary: summarise(findings),
    gate: gateOf({ findings, targets, run: survey.run }, options),
  };
}

interface Judged {
  readonly survey: Survey;
  readonly hosts: readonly KnownHost[];
  readonly policy: Policy | undefined;
}

/** A function that judges one host: every wanted check on every subject that it concerns. */
function judgeWith(checks: readonly Check[], profiles: readonly Profile[], { survey, hosts, policy }: Judged) {
  const bySubject = bySubjectKind(checks);
  const everywhere = subjectsByKind(hosts);
  const now = new Date(survey.run.startedAt);
  return (host: KnownHost, hostKey: string): readonly Finding[] => {
    const systems = host.systems.map(({ id }) => id);
    const shared = { now, systems, exposure: exposureOf(host), neighbours: host.subjects };
    const isExpected = expectationOf(host, profiles, policy);
    return host.subjects.flatMap((subject) => {
      const elsewhere = () => everywhere(subject.kind).filter(({ target }) => isOther(target, subject.target));
      const context: CheckContext = { ...shared, subject, elsewhere, expected: isExpected(subject) };
      return (bySubject.get(subject.kind) ?? [])
        .filter((check) => concerns(check, subject))
        .map((check) => {
          const fingerprint = fingerprintOf({ check: check.id, host: hostKey, port: subject.port });
          return findingOf(check, subject, runCheck(check, context), { systems, fingerprint });
        });
    });
  };
}

function bySubjectKind(checks: readonly Check[]): Map<Subject['kind'], Check[]> {
  const groups = new Map<Subject['kind'], Check[]>();
  for (const check of checks) groups.set(check.subject, [...(groups.get(check.subject) ?? []), check]);
  return groups;
}

/** The subjects of a kind on all hosts, gathered when they are first asked for: hardly a check does. */
function subjectsByKind(hosts: readonly KnownHost[]): (kind: Subject['kind']) => readonly Subject[] {
  const known = new Map<Subject['kind'], readonly Subject[]>();
  return (kind) => {
    const found = known.get(kind) ?? hosts.flatMap(({ subjects }) => subjects.filter((subject) => subject.kind === kind));
    known.set(kind, found);
    return found;
  };
}

/** A name with several addresses is one host. */
const isOther = (one: Target, other: Target): boolean => one.name !== other.name && one.address !== other.address;

function exposureOf({ target }: KnownHost): CheckContext['exposure'] {
  // A name that did not resolve, or files alone: nothing is known to be public.
  const place = target.address === '' ? 'private' : placeOf(target.address);
  return place === 'unusable' ? 'public' : place;
}
