import { ProbeError } from '../../errors.js';
import type { ByteReader } from '../byte-reader.js';

/*
 * RustDesk's rendezvous messages: protobuf (hbb_common, protos/rendezvous.proto), framed on TCP (src/bytes_codec.rs),
 * bare in a WebSocket frame. Only what a server may be asked without leaving anything behind.
 */

/** The numbers of the messages in the union `RendezvousMessage`. */
const NAMES: Readonly<Record<number, MessageName>> = {
  11: 'PunchHoleResponse',
  21: 'TestNatResponse',
  24: 'OnlineResponse',
  25: 'KeyExchange',
  26: 'HealthCheck',
};
export type MessageName = 'PunchHoleResponse' | 'TestNatResponse' | 'OnlineResponse' | 'KeyExchange' | 'HealthCheck' | 'other';

export interface Message {
  readonly name: MessageName;
  readonly body: Buffer;
}
/** One field of a message: a number (wire type 0) or bytes (wire type 2). */
export interface Field {
  readonly number: number;
  readonly value: number | Buffer;
}

/** No answer that we ask for is longer; a server list is the longest. */
const MESSAGE_MAX_BYTES = 8 * 1024;
const VARINT_MAX_BYTES = 5;
/** Letters that no device has: ids of devices are numbers, and this one is told to nobody. */
const INVENTED_ID = 'porosity01';

/** `HealthCheck{token: "a"}`: echoed by BetterDesk. */
export const HEALTH_CHECK = bytesField(26, bytesField(1, 'a'));
/** `TestNatRequest{}`: an answer with a server list then has the serial 1. */
export const TEST_NAT = bytesField(20, '');
/** `OnlineRequest` about one invented id. */
export const ONLINE = bytesField(23, Buffer.concat([bytesField(1, INVENTED_ID), bytesField(2, INVENTED_ID)]));
/** `PunchHoleRequest` to an id that is never given out, with a key that is nobody's. */
export const PUNCH_HOLE = bytesField(8, Buffer.concat([bytesField(1, '000000000'), bytesField(3, 'porosity')]));
/** `RequestRelay` with a key that is nobody's: whoever brings the same UUID is the other end. */
export const requestRelay = (uuid: string): Buffer => bytesField(18, Buffer.concat([bytesField(2, uuid), bytesField(6, 'porosity')]));

function bytesField(number: number, value: string | Buffer): Buffer {
  const bytes = Buffer.from(value as string);
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  return value < 0x80 ? Buffer.from([value]) : Buffer.from([(value & 0x7f) | 0x80, value >> 7]);
}

/** The header of TCP: its own length less one in the two lowest bits, the length of the message above, low byte first. */
export function framed(message: Buffer): Buffer {
  const header = message.length <= 0x3f ? Buffer.alloc(1, message.length << 2) : Buffer.alloc(2);
  if (header.length === 2) header.writeUInt16LE((message.length << 2) | 1);
  return Buffer.concat([header, message]);
}

/** The next message of a TCP stream. Rejects with a ProbeError `protocol` or `limit` where it is none. */
export async function readFramed(reader: ByteReader): Promise<Message> {
  const [first = 0] = await reader.take(1);
  const header = Buffer.concat([Buffer.from([first]), await reader.take(first & 3)]);
  const length = header.readUIntLE(0, header.length) >>> 2;
  if (length > MESSAGE_MAX_BYTES) throw new ProbeError('limit', `a message of ${length} bytes`);
  return parseMessage(await reader.take(length));
}

/** The one message that a frame holds. */
export function parseMessage(payload: Buffer): Message {
  const [field] = fieldsOf(payload);
  if (!field || typeof field.value === 'number') throw new ProbeError('protocol', 'no rendezvous message');
  return { name: NAMES[field.number] ?? 'other', body: field.value };
}

/** The fields of a message. Throws a ProbeError `protocol` at the first that is none. */
export function fieldsOf(message: Buffer): readonly Field[] {
  const fields: Field[] = [];
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let i = 0; i < VARINT_MAX_BYTES; i++) {
      const byte = message[at++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw new ProbeError('protocol', 'a protobuf number without an end');
  };
  while (at < message.length) {
    const key = number();
    const value = number();
    if ((key & 7) === 0) fields.push({ number: key >>> 3, value });
    else if ((key & 7) === 2 && at + value <= message.length)
      fields.push({ number: key >>> 3, value: message.subarray(at, (at += value)) });
    else throw new ProbeError('protocol', 'no protobuf message of this protocol');
  }
  return fields;
}

/** The bytes of a field, empty where the message does not have it. */
export function bytesOf(message: Buffer, number: number): Buffer {
  const found = fieldsOf(message).find((field) => field.number === number)?.value;
  return Buffer.isBuffer(found) ? found : Buffer.alloc(0);
}

/** A number field; protobuf leaves out what is 0. */
export function numberOf(message: Buffer, number: number): number {
  const found = fieldsOf(message).find((field) => field.number === number)?.value;
  return typeof found === 'number' ? found : 0;
}

/** An Ed25519 signature and the Curve25519 key that it signs, as a server opens with them; undefined where they are not. */
export function keyExchangeOf({ name, body }: Message): { signature: Buffer; publicKey: Buffer } | undefined {
  const both = name === 'KeyExchange' ? bytesOf(body, 1) : Buffer.alloc(0);
  return both.length === 96 ? { signature: both.subarray(0, 64), publicKey: both.subarray(64) } : undefined;
}
