import { absence, type Absent } from './baseline/absent.js';
import { type HostChange, hostChange, isChange } from './baseline/host-changes.js';
import { marked } from './baseline/mark.js';
import { comparabilityNotes, hostNotes, newHostNote, otherKeysNote } from './baseline/notes.js';
import { hasOtherKeys, pairHosts, type Pairing } from './baseline/pair-hosts.js';
import type { Finding, Note, Report, ReportedTarget, Target } from './model.js';

export type { Absent } from './baseline/absent.js';
export type { HostChange } from './baseline/host-changes.js';

/** What changed between two reports. */
export interface Comparison {
  /** The findings of the later report, marked and dated. */
  readonly findings: readonly Finding[];
  readonly absent: readonly Absent[];
  /** Hosts on which something changed. */
  readonly hosts: readonly HostChange[];
  /** What the report should say about it. */
  readonly notes: readonly Note[];
}

/** Everything of a report that does not depend on the baseline. */
export type Current = Pick<Report, 'run' | 'targets' | 'services' | 'findings'>;

/** Holds a run against an earlier one: only what was really looked at again can be resolved, and what has no counterpart is new. */
export function compareWithBaseline(current: Current, baseline: Report): Comparison {
  const pairing = pairHosts(baseline.targets, current.targets);
  const hosts = identify(pairing, current.targets);
  const earlier = [...baseline.findings, ...stillOwed(baseline)];
  const before = placed(
    earlier,
    earlier.map((finding) => placeIn(hosts.before(finding), finding)),
  );
  const places = current.findings.map((finding) => placeIn(hosts.now(finding), finding));
  const now = placed(current.findings, places);
  const changes = current.targets.map((target, index) => {
    const earlier = pairing.earlier[index];
    return earlier ? hostChange({ run: baseline.run, target: earlier }, { run: current.run, target }) : newHost(target);
  });
  return {
    findings: current.findings.map((finding, index) =>
      marked(finding, before.get(places[index]!), { before: baseline.run.startedAt, now: current.run.startedAt }),
    ),
    absent: absentFrom(before, now, hosts, baseline, current),
    hosts: [...changes, ...pairing.gone.map(goneHost)].filter(isChange),
    notes: [
      ...comparabilityNotes(baseline, current, pairing.earlier.filter(Boolean).length),
      ...(pairing.earlier.some(Boolean) ? notesOn(pairing, current.targets, changes) : []),
    ],
  };
}

/** The number that both runs know a host by: its index in the later one; hosts that are gone count on. */
function identify(pairing: Pairing, targets: readonly ReportedTarget[]) {
  const now = new Map(targets.map((target, index) => [keyOf(target), index]));
  const before = new Map<string, number>();
  pairing.earlier.forEach((earlier, index) => earlier && before.set(keyOf(earlier), index));
  pairing.gone.forEach((target, index) => before.set(keyOf(target), targets.length + index));
  return {
    now: ({ target: name, address }: Finding) => now.get(keyOf({ name, address })),
    // What is still owed may be about a host that the baseline itself did not look at.
    before: ({ target: name, address }: Finding) => before.get(keyOf({ name, address })) ?? now.get(keyOf({ name, address })),
    targets,
  };
}

const keyOf = ({ name, address }: Target) => `${name} ${address}`;
const placeIn = (host: number | undefined, { target: name, address, check, port }: Finding) =>
  `${host ?? keyOf({ name, address })} ${check} ${port}`;

/** One finding for each place; where a place has several, the failing one. */
function placed(findings: readonly Finding[], places: readonly string[]): ReadonlyMap<string, Finding> {
  const byPlace = new Map<string, Finding>();
  findings.forEach((finding, index) => {
    const place = places[index]!;
    if (byPlace.get(place)?.outcome !== 'fail') byPlace.set(place, finding);
  });
  return byPlace;
}

/** What the baseline itself could not compare with its own is still on the books: one night without the host makes nothing new. */
const stillOwed = ({ absent = [] }: Report) => absent.filter(({ why }) => why === 'not compared').map(({ finding }) => finding);

function absentFrom(
  before: ReadonlyMap<string, Finding>,
  now: ReadonlyMap<string, Finding>,
  hosts: ReturnType<typeof identify>,
  baseline: Report,
  current: Current,
): readonly Absent[] {
  const spokenBefore = protocolsByPort(baseline.services);
  const spokenNow = protocolsByPort(current.services);
  return [...before].flatMap(([place, finding]) => {
    const again = now.get(place);
    if (finding.outcome !== 'fail' || again?.outcome === 'fail') return [];
    const target = hosts.targets[hosts.before(finding) ?? -1];
    if (!target) return [absence(finding, undefined)];
    const protocols = {
      spokenBefore: spokenBefore({ name: finding.target, address: finding.address }, finding.port),
      spokenNow: spokenNow(target, finding.port),
    };
    return [absence(finding, { run: current.run, target, now: again, ...protocols })];
  });
}

const nameOf = ({ name, address }: Target) => ({ name, address });

function protocolsByPort(services: Report['services']) {
  const spoken = new Map<string, Set<string>>();
  const key = (host: Target, port: number | undefined) => `${keyOf(host)} ${port}`;
  for (const { target: name, address, port, protocol } of services) {
    const place = key({ name, address }, port);
    spoken.set(place, (spoken.get(place) ?? new Set()).add(protocol));
  }
  return (host: Target, port: number | undefined): ReadonlySet<string> => spoken.get(key(host, port)) ?? new Set();
}

const without = { opened: [], closed: [], newlySwept: [] } as const;
/** An address out of a block where nobody answers is no host. */
const isSilent = ({ fromBlock, state }: ReportedTarget) => fromBlock === true && (state === 'down' || state === 'unresolved');
const newHost = (target: ReportedTarget): HostChange => ({ ...nameOf(target), ...without, state: isSilent(target) ? '' : 'it is new' });
const goneHost = (target: ReportedTarget): HostChange => ({
  ...nameOf(target),
  ...without,
  state: isSilent(target) ? '' : 'it was not part of this run',
});

function notesOn(pairing: Pairing, targets: readonly ReportedTarget[], changes: readonly HostChange[]): readonly Note[] {
  return targets.flatMap((target, index) => {
    const earlier = pairing.earlier[index];
    if (!earlier) return isSilent(target) ? [] : [newHostNote(target)];
    return [...hostNotes(changes[index]!), ...(hasOtherKeys(earlier, target) ? [otherKeysNote(target)] : [])];
  });
}
