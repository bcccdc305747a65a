import { connackReason, isAccepted, isWrongVersion, wantsLogin } from '../../knowledge/mqtt-reason-codes.js';
import type { Facts, Observation } from '../../model.js';
import { ByteReader } from '../byte-reader.js';
import { defineScanner, type Dial, failed, observe, valueOf } from '../scanner.js';
import { CONNACK, type Connack, decodeConnack, encodeConnect, type ProtocolLevel, readPacket } from '../wire/mqtt.js';
import { clientId, openSession, type Session } from './mqtt-session.js';
import { webSocketPathOf } from '../websocket-dial.js';

/** Some brokers let a client without login in, or let it read, only now and then (home-assistant/addons#2337). */
const ATTEMPTS_IF_REFUSED = 3;
const ATTEMPTS_IF_SILENT = 2;

export default defineScanner({
  protocol: 'mqtt',
  usualPorts: [1883, 8883],

  /** Speaks 3.1.1 first; a broker that hangs up on it may know only 5 or 3.1. */
  async identify(dial) {
    for (const level of [4, 5, 3] as const) {
      const answer = await observe(() => connect(dial, level));
      if (answer.ok) return true;
      if (answer.failure.kind !== 'reset') break;
    }
    return false;
  },

  async gather(dial) {
    const visit = (level: ProtocolLevel, listen = true) => observe(() => openSession(dial, level, { listen }));
    const by311 = await visit(4);
    const by5 = await visit(5, !isOpen(by311));
    const telling = [by311, by5].find(isOpen) ?? [by311, by5].find(isSpoken) ?? (await visit(3));
    const sessions = [isSpoken(telling) ? telling : by311];
    while (isSpoken(telling) && deservesAnother(sessions)) sessions.push(await visit(telling.value.level));
    const path = webSocketPathOf(dial);
    return {
      'mqtt.transport': { ok: true, value: { kind: path ? 'websocket' : 'tcp', path } },
      'mqtt.anonymous-connect': anonymousConnect(sessions),
      'mqtt.anonymous-connect-5': by5.ok ? { ok: true, value: connackOf(by5.value) } : by5,
      ...whatWasHeard(sessions.map(valueOf)),
    };
  },
});

/** Sends CONNECT without a user name and reads the answer; hangs up at once. */
async function connect(dial: Dial, level: ProtocolLevel): Promise<Connack> {
  const stream = await dial();
  try {
    stream.write(encodeConnect(level, clientId()));
    return decodeConnack(await readPacket(new ByteReader(stream), (type) => type === CONNACK));
  } finally {
    stream.destroy();
  }
}

type Visit = Observation<Session>;

const isSpoken = (visit: Visit): visit is { ok: true; value: Session } => visit.ok && !isWrongVersion(visit.value.code);
const isOpen = (visit: Visit): boolean => visit.ok && isAccepted(visit.value.code);

function deservesAnother(sessions: readonly Visit[]): boolean {
  const last = valueOf(sessions.at(-1));
  if (!last) return false;
  if (isAccepted(last.code)) return valueOf(last.heard)?.received === 0 && sessions.length < ATTEMPTS_IF_SILENT;
  return wantsLogin(last.code) && sessions.length < ATTEMPTS_IF_REFUSED;
}

const connackOf = ({ level, code }: Session) => ({
  protocolVersion: level,
  returnCode: code,
  reason: connackReason(level, code),
});

/** An accepted session says more than a refused one, a refusal more than none. */
function anonymousConnect(sessions: readonly Visit[]): Observation<Facts['mqtt.anonymous-connect']> {
  const accepted = sessions.filter(isOpen);
  const telling = accepted[0] ?? sessions[0]!;
  if (!telling.ok) return telling;
  return { ok: true, value: { ...connackOf(telling.value), attempts: { made: sessions.length, accepted: accepted.length } } };
}

function whatWasHeard(sessions: readonly (Session | undefined)[]): {
  'mqtt.anonymous-subscribe': Observation<Facts['mqtt.anonymous-subscribe']>;
  'mqtt.broker': Observation<Facts['mqtt.broker']>;
} {
  const heard = sessions.flatMap((session) => session?.heard ?? []);
  const telling = heard.find((each) => valueOf(each)?.received) ?? heard.at(-1) ?? failed('refused', 'no session without credentials');
  if (!telling.ok) return { 'mqtt.anonymous-subscribe': telling, 'mqtt.broker': telling };
  const { version, ...subscription } = telling.value;
  return {
    'mqtt.anonymous-subscribe': { ok: true, value: subscription },
    'mqtt.broker': version ? { ok: true, value: { version } } : failed('timeout', '$SYS/broker/version was not delivered'),
  };
}
