import { ProbeError } from '../../../errors.js';
import { Fields, u16, u32 } from './fields.js';

// DCE 1.1 (C706) chapter 12, as MS-RPCE profiles it.
export const PacketType = { REQUEST: 0, RESPONSE: 2, FAULT: 3, BIND: 11, BIND_ACK: 12 } as const;
const FIRST_FRAGMENT = 1;
const LAST_FRAGMENT = 2;
const HEADER_BYTES = 16;
/** The size every implementation must take: MS-RPCE 2.2.2.1. */
const FRAGMENT_BYTES = 4280;
const NDR = Buffer.from('045d888aeb1cc9119fe808002b104860', 'hex');
const NDR_VERSION = 2;
/** The fault of a server that denies the call: MS-RPCE 3.1.1.5.5. */
const ACCESS_DENIED = 5;

/** A bind to one interface, given as its UUID in wire order: C706 12.6.4.3. */
export function encodeBind(uuid: Buffer, version: number): Buffer {
  const ONE = Buffer.from([1, 0, 0, 0]);
  const context = Buffer.concat([u16(0), ONE.subarray(0, 2), uuid, u32(version), NDR, u32(NDR_VERSION)]);
  return encodePacket(PacketType.BIND, Buffer.concat([u16(FRAGMENT_BYTES), u16(FRAGMENT_BYTES), u32(0), ONE, context]));
}

/** A request in one fragment: C706 12.6.4.9. */
export const encodeRequest = (operation: number, stub: Buffer): Buffer =>
  encodePacket(PacketType.REQUEST, Buffer.concat([u32(stub.length), u16(0), u16(operation), stub]));

/** One whole packet: C706 12.6.3.1. */
export function encodePacket(type: number, body: Buffer, callId = 1): Buffer {
  const header = Buffer.from([5, 0, type, FIRST_FRAGMENT | LAST_FRAGMENT, 0x10, 0, 0, 0]);
  return Buffer.concat([header, u16(HEADER_BYTES + body.length), u16(0), u32(callId), body]);
}

/** Checks that a bind was taken: C706 12.6.4.4. */
export function expectBound(bytes: Buffer): void {
  const ack = new Fields(bytes);
  if (ack.u8(2) !== PacketType.BIND_ACK) throw new ProbeError('protocol', 'the RPC bind was not taken');
  const addressEnd = HEADER_BYTES + 10 + ack.u16(HEADER_BYTES + 8);
  const resultsAt = addressEnd + ((4 - (addressEnd % 4)) % 4);
  if (ack.u16(resultsAt + 4) !== 0) throw new ProbeError('unsupported', 'the RPC interface was refused');
}

/** The parameters of an answer, fragments joined: C706 12.6.4.10. `whole` is false while fragments are still to come. */
export function decodeResponse(bytes: Buffer): { readonly stub: Buffer; readonly whole: boolean } {
  const STUB_AT = 24;
  const parts: Buffer[] = [];
  let flags = 0;
  for (let at = 0; at < bytes.length;) {
    const fragment = new Fields(bytes.subarray(at));
    if (fragment.bytes.length < HEADER_BYTES || fragment.bytes.length < fragment.u16(8))
      return { stub: Buffer.concat(parts), whole: false };
    if (fragment.u8(2) === PacketType.FAULT) {
      const status = fragment.u32(24);
      throw new ProbeError(status === ACCESS_DENIED ? 'refused' : 'protocol', `RPC fault 0x${status.toString(16)}`);
    }
    if (fragment.u8(2) !== PacketType.RESPONSE) throw new ProbeError('protocol', 'not an RPC response');
    flags = fragment.u8(3);
    parts.push(fragment.slice(STUB_AT, fragment.u16(8) - STUB_AT));
    at += fragment.u16(8);
  }
  return { stub: Buffer.concat(parts), whole: (flags & LAST_FRAGMENT) !== 0 };
}
