import { randomBytes } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { MqttClient as Client, Packet } from 'mqtt';
import { isAccepted } from '../../knowledge/mqtt-reason-codes.js';
import type { Observation } from '../../model.js';
import { type Dial, observe, ProbeError } from '../scanner.js';
import type { ProtocolLevel } from '../wire/mqtt.js';

/*
 * What a client without credentials is allowed, asked over one connection with the `mqtt` package. Payloads are
 * looked at for the broker's version and dropped.
 */

export interface Session {
  readonly level: ProtocolLevel;
  readonly code: number;
  /** Absent where nothing was asked for: the session was refused, or only the CONNACK mattered. */
  readonly heard?: Observation<Heard>;
}
export interface Heard {
  /** SUBACK let us have `#`. */
  readonly granted: boolean;
  readonly received: number;
  readonly userMessages: number;
  /** Empty where `$SYS/broker/version` was not delivered. */
  readonly version: string;
  /** Retained messages of others that the broker counts and did not deliver. */
  readonly withheld: number;
}

const VERSION_TOPIC = '$SYS/broker/version';
/** Retained messages come with the SUBACK; on a living bus others follow soon. */
const LISTEN_MS = 700;
/** Mosquitto counts what it holds, its own topics included, every ten seconds. */
const RETAINED_TOPIC = '$SYS/broker/retained messages/count';
/** Its own topics, some fifty, come in one burst; with the listening before it that makes a second. */
const BURST_MS = 300;
const VERSION_MAX_LENGTH = 80;
/** Retained messages come in one burst, which must not end the look before its first ones were counted. */
const BURST_MAX_BYTES = 512 * 1024;
/** SUBACK codes from here on refuse (MQTT 3.1.1 section 3.9.3, MQTT 5 section 3.9.3). */
const REFUSED = 0x80;

/** MQTT 3.1 allows 23 letters and digits (section 3.1); random, so that no other client is thrown out. */
export const clientId = (): string => `porosity${randomBytes(6).toString('hex')}`;

/** Connects without credentials and, where that works and `listen` is set, subscribes to `#` and the broker's version. */
export async function openSession(dial: Dial, level: ProtocolLevel, { listen }: { readonly listen: boolean }): Promise<Session> {
  const { MqttClient } = await import('mqtt');
  const stream = await dial({ maxBytes: BURST_MAX_BYTES });
  const client = new MqttClient(() => stream as never, {
    protocolVersion: level,
    protocolId: level === 3 ? 'MQIsdp' : 'MQTT',
    clientId: clientId(),
    clean: true,
    keepalive: 30,
    reconnectPeriod: 0,
    resubscribe: false,
  });
  try {
    const code = await connackCode(client, stream);
    return isAccepted(code) && listen ? { level, code, heard: await observe(() => listenTo(client, stream)) } : { level, code };
  } finally {
    client.end(true);
    stream.destroy();
  }
}

function connackCode(client: Client, stream: Duplex): Promise<number> {
  return new Promise((resolve, reject) => {
    client.on('packetreceive', (packet: Packet) => {
      const code = packet.cmd === 'connack' ? (packet.reasonCode ?? packet.returnCode) : undefined;
      if (code === undefined) reject(new ProbeError('protocol', `${packet.cmd} instead of CONNACK`));
      else resolve(code);
    });
    // Refusals come as errors, too, after the packet; the listener stays, since an error without one ends the process.
    client.on('error', (error) => reject(new ProbeError('protocol', error.message.slice(0, 200))));
    stream.once('error', reject);
    stream.once('close', () => reject(new ProbeError('reset', 'closed before CONNACK')));
  });
}

async function listenTo(client: Client, stream: Duplex): Promise<Heard> {
  const heard = await hear(client, stream);
  const silent = heard.granted && heard.version !== '' && heard.userMessages === 0;
  return { ...heard, withheld: silent ? await countWithheld(client) : 0 };
}

function hear(client: Client, stream: Duplex): Promise<Omit<Heard, 'withheld'>> {
  return new Promise((resolve, reject) => {
    let granted: boolean | undefined;
    let received = 0;
    let userMessages = 0;
    let version = '';
    const finish = () => {
      clearTimeout(timer);
      if (granted === undefined) reject(new ProbeError('reset', 'no SUBACK'));
      else resolve({ granted, received, userMessages, version });
    };
    const timer = setTimeout(finish, LISTEN_MS);
    client.on('packetreceive', (packet: Packet) => {
      if (packet.cmd !== 'suback') return;
      const codes = packet.granted.map(Number);
      granted = codes[1] !== undefined && codes[1] < REFUSED;
      if (codes.every((code) => code >= REFUSED)) finish();
    });
    client.on('message', (topic, payload) => {
      received++;
      if (topic === VERSION_TOPIC) version = payload.toString('utf8', 0, VERSION_MAX_LENGTH);
      else if (!topic.startsWith('$')) userMessages++;
      if (granted !== undefined && version && userMessages) finish();
    });
    // What had come until the peer or the byte limit ended it, counts.
    stream.once('close', finish);
    client.subscribe({ [VERSION_TOPIC]: { qos: 0 }, '#': { qos: 0 } }, () => undefined);
  });
}

/** Where `#` delivered nothing: is there nothing, or does an access list keep it from us? */
function countWithheld(client: Client): Promise<number> {
  return new Promise((resolve) => {
    const own = new Set([VERSION_TOPIC]);
    let held = 0;
    client.on('message', (topic, payload) => {
      if (topic.startsWith('$SYS/')) own.add(topic);
      if (topic === RETAINED_TOPIC) held = Number(payload.toString('latin1', 0, 12)) || 0;
    });
    setTimeout(() => resolve(Math.max(0, held - own.size)), BURST_MS);
    client.subscribe('$SYS/#', () => undefined);
  });
}
