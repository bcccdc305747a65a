import type { Evidence, Product, Recognition, Subject, Survey, SurveyedService, SurveyedTarget, Target } from '../model.js';
import { confidenceIn, type Profile, RECOGNISED } from '../profiles/profile.js';

/** A service with what was recognised on it. */
export interface KnownService {
  readonly service: SurveyedService;
  /** Its own facts and those of the floors below. */
  readonly evidence: Evidence;
  readonly recognised: readonly { readonly profile: Profile; readonly recognition: Recognition }[];
}

/** A host, ready to be judged. */
export interface KnownHost {
  readonly target: SurveyedTarget;
  readonly services: readonly KnownService[];
  readonly systems: readonly Recognition[];
  readonly subjects: readonly Subject[];
}

/** Joins what was seen on each host into the subjects that checks look at. */
export function knowHosts(survey: Survey, profiles: readonly Profile[]): readonly KnownHost[] {
  const byHost = new Map<string, SurveyedService[]>();
  for (const service of survey.services) {
    const key = hostKey(service.target, service.address);
    const list = byHost.get(key);
    if (list) list.push(service);
    else byHost.set(key, [service]);
  }
  return survey.targets.map((target) => knowHost(target, byHost.get(hostKey(target.name, target.address)) ?? [], profiles));
}

const hostKey = (name: string, address: string) => `${name} ${address}`;

function knowHost(target: SurveyedTarget, surveyed: readonly SurveyedService[], profiles: readonly Profile[]): KnownHost {
  const services = surveyed.map((service) => knowService(service, surveyed, profiles));
  const systems = systemsOf(target, services, profiles);
  const roles = rolesOf(systems, profiles);
  return { target, services, systems, subjects: subjectsOf(target, services, roles) };
}

function knowService(service: SurveyedService, all: readonly SurveyedService[], profiles: readonly Profile[]): KnownService {
  const below = all.filter((other) => other !== service && other.port === service.port && carries(other, service));
  const evidence: Evidence = Object.assign({}, ...below.map(({ facts }) => facts), service.facts);
  const recognised = profiles
    .filter(({ over }) => service.protocol !== 'unknown' && over.includes(service.protocol))
    .map((profile) => ({ profile, confidence: confidenceIn(profile, evidence) }))
    .filter(({ confidence }) => confidence >= RECOGNISED)
    .map(({ profile, confidence }) => ({ profile, recognition: recognitionOf(profile, evidence, confidence) }));
  return { service, evidence, recognised };
}

/** TLS carries what is inside it; HTTP carries MQTT over WebSocket. */
function carries(lower: SurveyedService, upper: SurveyedService): boolean {
  return (lower.protocol === 'tls' && upper.tls) || (upper.over !== undefined && upper.over === lower.protocol && upper.tls === lower.tls);
}

function recognitionOf(profile: Profile, evidence: Evidence, confidence: number): Recognition {
  const { id, title } = profile.name?.(evidence) ?? { id: profile.system, title: profile.title };
  return { id, title, version: profile.version?.(evidence) ?? '', confidence };
}

/** Each system once: the surest recognition, the first version that was given away. */
function systemsOf(target: SurveyedTarget, services: readonly KnownService[], profiles: readonly Profile[]): readonly Recognition[] {
  const systems = new Map<string, Recognition>();
  const add = (next: Recognition) => {
    const known = systems.get(next.id);
    if (!known) systems.set(next.id, next);
    else
      systems.set(next.id, { ...known, version: known.version || next.version, confidence: Math.max(known.confidence, next.confidence) });
  };
  for (const { recognised } of services) for (const { recognition } of recognised) add(recognition);
  for (const { kind, facts } of target.files ?? []) {
    const profile = profiles.find((candidate) => candidate.kind === kind);
    if (profile) add(recognitionOf(profile, facts, 100));
  }
  return [...systems.values()].sort((a, b) => b.confidence - a.confidence || a.id.localeCompare(b.id));
}

function rolesOf(systems: readonly Recognition[], profiles: readonly Profile[]): Readonly<Record<number, string>> {
  const present = profiles.filter(({ system }) => systems.some(({ id }) => id === system));
  return Object.fromEntries(present.flatMap(({ ports }) => Object.entries(ports).map(([port, { role }]) => [port, role])));
}

function subjectsOf(
  target: SurveyedTarget,
  services: readonly KnownService[],
  roles: Readonly<Record<number, string>>,
): readonly Subject[] {
  const files = filesByKind(target);
  const who: Target = { name: target.name, address: target.address };
  const joined = new Set<string>();
  const withFiles = (kind: Subject['kind'], evidence: Evidence) => {
    const read = files.get(kind);
    if (!read) return { evidence };
    joined.add(kind);
    return { evidence: { ...evidence, ...read.facts }, files: read.path };
  };
  const onWire = services.flatMap(({ service, evidence, recognised }): Subject[] => {
    const at = { target: who, port: service.port, tls: service.tls, ...(roles[service.port] ? { role: roles[service.port] } : {}) };
    const own: Subject[] =
      service.protocol === 'unknown' ? [] : [{ ...at, kind: service.protocol, ...withFiles(service.protocol, evidence) }];
    const products = new Set<Product>(recognised.map(({ profile }) => profile.kind));
    return [...own, ...[...products].map((kind) => ({ ...at, kind, ...withFiles(kind, evidence) }))];
  });
  const ports = target.open.map(({ port }): Subject => {
    const here = services.filter(({ service }) => service.port === port);
    return { kind: 'port', target: who, port, role: roles[port], evidence: Object.assign({}, ...here.map(({ evidence }) => evidence)) };
  });
  // An address of a block where nothing is open is no host to ask about.
  const isUnused = target.fromBlock && target.open.length === 0 && services.length === 0 && !target.files?.length;
  const host: readonly Subject[] = isUnused ? [] : [{ kind: 'host', target: who, ...withFiles('host', {}) }];
  const fromFiles = [...files]
    .filter(([kind]) => kind !== 'host')
    .map(([kind, { path, facts }]): Subject => ({
      kind,
      target: who,
      files: path,
      evidence: facts,
      ...(joined.has(kind) ? { alsoOnWire: true } : {}),
    }));
  // A second folder of the same kind is another installation, or a part of the first that stands alone.
  const further = (target.files ?? [])
    .filter(({ kind, path }) => files.get(kind)?.path !== path)
    .map(({ kind, path, facts }): Subject => ({ kind, target: who, files: path, evidence: facts }));
  return [...onWire, ...ports, ...host, ...fromFiles, ...further];
}

/** The first folder of each kind; what several readers found in it is one. */
function filesByKind(target: SurveyedTarget): Map<Subject['kind'], { path: string; facts: Evidence }> {
  const byKind = new Map<Subject['kind'], { path: string; facts: Evidence }>();
  for (const { kind, path, facts } of target.files ?? []) {
    const known = byKind.get(kind);
    if (!known) byKind.set(kind, { path, facts });
    else if (known.path === path) byKind.set(kind, { path, facts: { ...known.facts, ...facts } });
  }
  return byKind;
}
