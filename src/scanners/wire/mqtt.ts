import { ProbeError } from '../../errors.js';
import type { ByteReader } from '../byte-reader.js';

/*
 * The few MQTT packets that recognise a broker, and those that a broker answers with. MQTT 3.1.1 section 2, MQTT 5
 * section 2; protocol levels 3 (MQTT 3.1), 4 (3.1.1) and 5.
 */

export type ProtocolLevel = 3 | 4 | 5;

/** Control packet types: MQTT 3.1.1 section 2.2.1. */
export const CONNECT = 1;
export const CONNACK = 2;
export const PUBLISH = 3;
export const SUBSCRIBE = 8;
export const SUBACK = 9;
export const PINGREQ = 12;
export const PINGRESP = 13;
export const DISCONNECT = 14;

export interface Packet {
  readonly type: number;
  readonly flags: number;
  readonly body: Buffer;
}
export interface Connack {
  readonly sessionPresent: boolean;
  readonly code: number;
}

const CLEAN_SESSION = 0x02;
const KEEP_ALIVE_S = 30;
/** A packet that is larger than this is none that we asked for. */
const PACKET_MAX_BYTES = 16 * 1024;

/** CONNECT without user name, password and will (MQTT 3.1.1 section 3.1). */
export function encodeConnect(level: ProtocolLevel, clientId: string): Buffer {
  return encodePacket(
    CONNECT,
    0,
    // MQTT 3.1 calls itself MQIsdp (MQTT 3.1 section 3.1).
    text(level === 3 ? 'MQIsdp' : 'MQTT'),
    Buffer.from([level, CLEAN_SESSION, 0, KEEP_ALIVE_S]),
    // MQTT 5 section 3.1.2.11: property length 0.
    Buffer.from(level === 5 ? [0] : []),
    text(clientId),
  );
}

/** One packet: type, flags and the parts of its body. */
export function encodePacket(type: number, flags: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([(type << 4) | flags]), encodeLength(body.length), body]);
}

/** PUBLISH with QoS 0 (MQTT 3.1.1 section 3.3). */
export function encodePublish(topic: string, payload: string, { retain }: { readonly retain: boolean }): Buffer {
  return encodePacket(PUBLISH, retain ? 1 : 0, text(topic), Buffer.from(payload));
}

/** Reads one packet whose first byte `expects` accepts. The claimed length is believed only within bounds. */
export async function readPacket(reader: ByteReader, expects: (type: number) => boolean = () => true): Promise<Packet> {
  const first = (await reader.take(1)).readUInt8(0);
  const type = first >> 4;
  if (!expects(type)) throw new ProbeError('protocol', `not the expected MQTT packet (first byte ${first})`);
  const length = await readLength(reader);
  if (length > PACKET_MAX_BYTES) throw new ProbeError('limit', `an MQTT packet that claims ${length} bytes`);
  return { type, flags: first & 0x0f, body: await reader.take(length) };
}

/**
 * The CONNACK of any version: two bytes up to MQTT 3.1.1, with properties in MQTT 5. Throws where the packet is not
 * exactly one: this is how a broker is told from noise.
 */
export function decodeConnack({ type, flags, body }: Packet): Connack {
  const [acknowledge = 0xff, code = 0xff] = body;
  const shortForm = body.length === 2 && (code <= 5 || code >= 0x80);
  // Section 3.2.2.3 of MQTT 5: a property length, and properties of exactly that length.
  const longForm = body.length > 2 && (code === 0 || code >= 0x80) && endOfProperties(body) === body.length;
  if (type !== CONNACK || flags !== 0 || acknowledge > 1 || !(shortForm || longForm)) {
    throw new ProbeError('protocol', 'the answer to CONNECT is no CONNACK');
  }
  return { sessionPresent: acknowledge === 1, code };
}

/** The protocol name and level of a CONNECT. */
export function decodeConnect({ body }: Packet): { readonly name: string; readonly level: number } {
  const name = readText(body, 0);
  return { name: name.value, level: byteAt(body, name.end) };
}

/** Packet id and topic filters of a SUBSCRIBE up to MQTT 3.1.1 (section 3.8). */
export function decodeSubscribe({ body }: Packet): { readonly packetId: number; readonly filters: readonly string[] } {
  const filters: string[] = [];
  const packetId = (byteAt(body, 0) << 8) | byteAt(body, 1);
  for (let at = 2; at < body.length;) {
    const filter = readText(body, at);
    filters.push(filter.value);
    at = filter.end + 1;
  }
  return { packetId, filters };
}

function encodeLength(length: number): Buffer {
  const bytes: number[] = [];
  do {
    const rest = length >> 7;
    bytes.push((length & 0x7f) | (rest ? 0x80 : 0));
    length = rest;
  } while (length);
  return Buffer.from(bytes);
}

/** Variable byte integer of at most four bytes (MQTT 5 section 1.5.5). */
async function readLength(reader: ByteReader): Promise<number> {
  let length = 0;
  for (let shift = 0; shift < 28; shift += 7) {
    const byte = (await reader.take(1)).readUInt8(0);
    length |= (byte & 0x7f) << shift;
    if (byte < 0x80) return length;
  }
  throw new ProbeError('protocol', 'an MQTT length of more than four bytes');
}

function endOfProperties(connack: Buffer): number {
  let length = 0;
  for (let at = 2; at < Math.min(connack.length, 6); at++) {
    const byte = byteAt(connack, at);
    length |= (byte & 0x7f) << (7 * (at - 2));
    if (byte < 0x80) return at + 1 + length;
  }
  return -1;
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
}

function readText(body: Buffer, at: number): { readonly value: string; readonly end: number } {
  const end = at + 2 + ((byteAt(body, at) << 8) | byteAt(body, at + 1));
  if (end > body.length) throw new ProbeError('protocol', 'an MQTT string that is longer than its packet');
  return { value: body.toString('utf8', at + 2, end), end };
}

function byteAt(body: Buffer, at: number): number {
  const byte = body[at];
  if (byte === undefined) throw new ProbeError('protocol', 'an MQTT packet that ends early');
  return byte;
}
