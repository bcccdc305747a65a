import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { Evidence, Facts } from '../../model.js';
import { ByteReader } from '../byte-reader.js';
import { isTlsAlert } from '../openssl.js';
import { beside, type Dial, failureOf, observe, observeIf, ProbeError } from '../scanner.js';
import {
  bytesOf,
  fieldsOf,
  framed,
  HEALTH_CHECK,
  keyExchangeOf,
  type Message,
  numberOf,
  ONLINE,
  PUNCH_HOLE,
  requestRelay,
} from '../wire/rustdesk.js';
import { askOnce, converse, RELAY_PORT, SIGNAL_PORT } from './rustdesk-talk.js';
import { shakeHands } from './tls-session.js';

const TLS_MS = 1_000;
const HANDSHAKE_AS_HEADER = Buffer.from('160301', 'hex');
/** hbbr turns a wrong key away within milliseconds. */
const KEY_REFUSED_MS = 3_000;
const PAIRING_MS = 2_000;
const SILENT_MS = 500;
const WORD = 'porosity-relay';

/** The signal port of a server that opens with its key. */
export async function looksAtSignal(dial: Dial, before: Facts['rustdesk.key-exchange']): Promise<Evidence> {
  return {
    'rustdesk.key-exchange-again': await observeIf(dial, 'active', () => openAgain(dial, before)),
    'rustdesk.tls': await observeIf(dial, 'active', () => tryTls(dial)),
    'rustdesk.idle-blocks': await observeIf(dial, 'intrusive', () => keepSilent(dial)),
  };
}

export async function looksAtRelay(dial: Dial): Promise<Evidence> {
  return {
    'rustdesk.tls': await observeIf(dial, 'active', () => tryTls(dial)),
    'rustdesk.relay-pairing': await observeIf(dial, 'intrusive', () => pairUp(dial)),
  };
}

/** The NAT test port, or the signal port of RustDesk's own server, which does not open with a key. */
export async function looksAtNatTest(dial: Dial): Promise<Evidence> {
  if (dial.port !== SIGNAL_PORT) return { 'rustdesk.online': await observeIf(dial, 'active', () => askWhoIsOnline(dial)) };
  return {
    'rustdesk.punch-hole': await observeIf(dial, 'active', () => punchHole(dial)),
    'rustdesk.relay-key': await observeIf(dial, 'intrusive', () => bringWrongKey(beside(dial, RELAY_PORT, 'tcp'))),
  };
}

/** Field 2 of the answer is a ConfigUpdate: a serial and the servers that clients should know. */
export function natTestOf({ name, body }: Message): Facts['rustdesk.nat-test'] {
  if (name !== 'TestNatResponse') throw new ProbeError('protocol', `${name} to a TestNatRequest`);
  const update = bytesOf(body, 2);
  return { serial: numberOf(update, 1), servers: fieldsOf(update).filter(({ number }) => number === 2).length };
}

async function openAgain(
  dial: Dial,
  { signature, publicKey }: Facts['rustdesk.key-exchange'],
): Promise<Facts['rustdesk.key-exchange-again']> {
  const messages = await converse(dial, HEALTH_CHECK, ({ name }) => name === 'KeyExchange');
  const again = messages.map(keyExchangeOf).find((exchange) => exchange !== undefined);
  if (!again) throw new ProbeError('protocol', 'the second connection did not open with a key');
  return { same: again.signature.toString('base64') === signature && again.publicKey.toString('base64') === publicKey };
}

/** The port has just answered in plain text. A plain signal port opens into our handshake; a plain relay waits. */
async function tryTls(dial: Dial): Promise<Facts['rustdesk.tls']> {
  // The floor below knows the certificate.
  if (dial.layer === 'tls') return { offered: true, version: 'TLS', certificate: null };
  const hurried: Dial = Object.assign((options = {}) => dial({ deadlineMs: TLS_MS, ...options }), dial);
  try {
    const { session, certificate } = await shakeHands(hurried);
    const { subject, issuer, selfSigned, validFrom, validTo, chainProblem } = certificate;
    return { offered: true, version: session.version, certificate: { subject, issuer, selfSigned, validFrom, validTo, chainProblem } };
  } catch (error) {
    const failure = failureOf(error);
    const { kind, detail } = failure;
    // An alert is spoken in TLS: it is offered, only not on our terms.
    if (isTlsAlert(failure)) throw new ProbeError('tls', detail);
    if (kind === 'timeout') await endWaiting(dial);
    else if (kind !== 'tls' && kind !== 'reset') throw error;
    return { offered: false, version: '', certificate: null };
  }
}

/**
 * A plain port takes the first bytes of a handshake, 16 03 01, for the header of a message of 16,581 bytes. Whoever hangs up
 * when all of them have come was waiting for them; whoever does not, speaks neither.
 */
async function endWaiting(dial: Dial): Promise<void> {
  const socket = await dial({ deadlineMs: TLS_MS });
  try {
    socket.write(Buffer.concat([HANDSHAKE_AS_HEADER, Buffer.alloc(HANDSHAKE_AS_HEADER.readUIntLE(0, 3) >>> 2)]));
    const end = await observe(() => new ByteReader(socket).some());
    if (end.ok) throw new ProbeError('tls', 'it answers a broken handshake and not a whole one');
    if (end.failure.kind !== 'reset') throw new ProbeError(end.failure.kind, 'silent to a handshake and to a message');
  } finally {
    socket.destroy();
  }
}

async function askWhoIsOnline(dial: Dial): Promise<Facts['rustdesk.online']> {
  return { answered: (await askOnce(dial, ONLINE)).name === 'OnlineResponse' };
}

/** Field 3 is the failure: 2 offline, 3 key mismatch; an empty message says that the id does not exist (its value is 0). */
async function punchHole(dial: Dial): Promise<Facts['rustdesk.punch-hole']> {
  const { name, body } = await askOnce(dial, PUNCH_HOLE);
  if (name !== 'PunchHoleResponse') throw new ProbeError('protocol', `${name} to a PunchHoleRequest`);
  return { answer: ({ 0: 'id unknown', 2: 'offline', 3: 'key mismatch' } as const)[numberOf(body, 3)] ?? 'other' };
}

/** hbbr says nothing to anybody, so it is looked at from the signal port that it belongs to. */
async function bringWrongKey(relay: Dial): Promise<Facts['rustdesk.relay-key']> {
  const socket = await relay({ deadlineMs: KEY_REFUSED_MS });
  try {
    const startedAt = performance.now();
    socket.write(framed(requestRelay(randomUUID())));
    const end = await observe(() => new ByteReader(socket).some());
    if (end.ok) throw new ProbeError('protocol', 'it answered, which hbbr does not');
    const held = end.failure.kind === 'timeout';
    return { port: relay.port, held, saw: `${held ? 'kept' : 'closed'} after ${Math.round(performance.now() - startedAt)} ms` };
  } finally {
    socket.destroy();
  }
}

async function pairUp(dial: Dial): Promise<Facts['rustdesk.relay-pairing']> {
  const request = framed(requestRelay(randomUUID()));
  const ends: Duplex[] = [];
  try {
    for (let end = 0; end < 2; end++) {
      const socket = await dial({ deadlineMs: PAIRING_MS });
      ends.push(socket);
      socket.write(request);
    }
    const [one, other] = ends as [Duplex, Duplex];
    const reader = new ByteReader(other);
    // Until the relay has found the second end, this waits in the first.
    one.write(WORD);
    const heard = await observe(() => reader.take(WORD.length));
    const paired = heard.ok && heard.value.toString('latin1') === WORD;
    const held = !heard.ok && heard.failure.kind === 'timeout';
    const words = paired
      ? `${WORD.length} bytes written on one came out of the other`
      : held
        ? 'both were kept, nothing went through'
        : 'closed';
    return { paired, held, saw: words };
  } finally {
    for (const socket of ends) socket.destroy();
  }
}

/** Says nothing for half a second and looks whether a client beside it is answered meanwhile. */
async function keepSilent(dial: Dial): Promise<Facts['rustdesk.idle-blocks']> {
  const silent = await dial();
  const leave = setTimeout(() => silent.destroy(), SILENT_MS);
  try {
    const startedAt = performance.now();
    await converse(dial, HEALTH_CHECK, () => true);
    return { blockedMs: Math.round(performance.now() - startedAt) };
  } finally {
    clearTimeout(leave);
    silent.destroy();
  }
}
