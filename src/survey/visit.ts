import type { Evidence, ProbeFailure, Protocol, SurveyedService, Target } from '../model.js';
import { loadProfiles } from '../profiles/index.js';
import { confidenceIn, type Profile, SUSPECTED } from '../profiles/profile.js';
import { products, protocols } from '../scanners/index.js';
import { type Dial, valueOf } from '../scanners/scanner.js';
import type { OpenPort } from '../scanners/sweep/index.js';
import { identify } from './identify.js';
import { firstBytesOf } from './first-bytes.js';

/** Everything that answers on one open port, from the ground up: TLS, what is inside it, the product that stands on it. */
export function visit(dial: Dial, open: OpenPort): Promise<readonly SurveyedService[]> {
  return climb(dial, groundOf(open), {});
}

/** An open port of which nothing more was asked. */
export const bareRow = (target: Target, open: OpenPort, failure: ProbeFailure): SurveyedService =>
  row(target, open.port, 'unknown', { ...groundOf(open), 'port.first-bytes': { ok: false, failure } });

const groundOf = ({ reason }: OpenPort): Evidence => ({ 'port.state': { ok: true, value: { reason } } });

async function climb(dial: Dial, ground: Evidence, below: Evidence): Promise<readonly SurveyedService[]> {
  const identity = await identify(dial);
  if (identity.protocol === 'unknown') {
    // Some WebSocket servers hang up on everything but an upgrade.
    const hidden = await mqttInside(dial, ground, below);
    if (hidden.length > 0) return hidden;
    return [serviceOn(dial, 'unknown', { ...ground, 'port.first-bytes': firstBytesOf(identity) })];
  }
  const scanner = await scannerOf(identity.protocol);
  const seen: Evidence = await scanner.gather(dial);
  const evidence = { ...below, ...seen };
  const facts = { ...ground, ...seen, ...(await askProducts(dial, identity.protocol, evidence)) };
  return [serviceOn(dial, identity.protocol, facts), ...(await floorsAbove(dial, identity.protocol, evidence))];
}

/** What is carried by this floor: anything inside TLS, MQTT inside HTTP. */
async function floorsAbove(dial: Dial, protocol: Protocol, evidence: Evidence): Promise<readonly SurveyedService[]> {
  if (protocol === 'http' && sendsToTlsOn(dial.port, evidence)) return secured(dial, evidence);
  if (protocol === 'http') return mqttInside(dial, {}, evidence);
  const inside = protocol === 'tls' ? dial.to(dial.port, 'tls') : undefined;
  return inside ? climb(inside, {}, evidence) : [];
}

/** Some servers speak plain HTTP on their TLS port to say no more than that: the TLS side is there, too. */
async function secured(dial: Dial, evidence: Evidence): Promise<readonly SurveyedService[]> {
  const scanner = await scannerOf('tls');
  const seen: Evidence = await scanner.gather(dial);
  return [serviceOn(dial, 'tls', seen), ...(await floorsAbove(dial, 'tls', { ...evidence, ...seen }))];
}

function sendsToTlsOn(port: number, evidence: Evidence): boolean {
  const location = valueOf(evidence['http.root'])?.location ?? '';
  return /^https:/i.test(location) && URL.canParse(location) && Number(new URL(location).port || 443) === port;
}

async function mqttInside(dial: Dial, ground: Evidence, evidence: Evidence): Promise<readonly SurveyedService[]> {
  const { mqttOverWebSocket } = await import('../scanners/protocols/mqtt-websocket.js');
  const carried = await mqttOverWebSocket(dial, evidence);
  if (!carried) return [];
  const seen: Evidence = await (await scannerOf('mqtt')).gather(carried.dial);
  return [{ ...serviceOn(dial, 'mqtt', { ...ground, ...seen }), over: 'http' }];
}

const scannerOf = (protocol: Protocol) => protocols.find((entry) => entry.protocol === protocol)!.load();

/** Asks the products whose marks suspect them, and nobody else. */
async function askProducts(dial: Dial, protocol: Protocol, evidence: Evidence): Promise<Evidence> {
  const profiles = await loadProfiles();
  const suspected = products.filter(
    ({ kind, over, usualPorts = [] }) =>
      over.includes(protocol) && (usualPorts.includes(dial.port) || profiles.some((profile) => suspects(profile, kind, evidence))),
  );
  const answers: Evidence[] = [];
  for (const entry of suspected) answers.push(await (await entry.load()).gather(dial, evidence));
  return Object.assign({}, ...answers);
}

const suspects = (profile: Profile, kind: string, evidence: Evidence) =>
  profile.kind === kind && confidenceIn(profile, evidence) >= SUSPECTED;

function serviceOn(dial: Dial, protocol: SurveyedService['protocol'], facts: Evidence): SurveyedService {
  return row(dial.target, dial.port, protocol, facts, dial.layer === 'tls');
}

function row(target: Target, port: number, protocol: SurveyedService['protocol'], facts: Evidence, tls = false): SurveyedService {
  return { target: target.name, address: target.address, port, transport: 'tcp', tls, protocol, facts };
}
