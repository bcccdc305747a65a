import { Fields, padding, u16, u32, utf16 } from '../../scanners/wire/smb/fields.js';
import { encodePacket, PacketType } from '../../scanners/wire/smb/rpc.js';
import type { DemoShare } from './shares.js';

const SOME_POINTER = 0x0002_0000;
/** ERROR_INVALID_LEVEL and nca_s_op_rng_error: MS-ERREF 2.2, C706 appendix E. */
const UNKNOWN_OPERATION = 0x1c01_0002;
const NET_SHARE_ENUM = 15;

/** What the pipe `srvsvc` answers: it takes every bind and knows NetrShareEnum at level 1 alone. */
export function answerRpc(request: Buffer, shares: readonly DemoShare[]): Buffer {
  const fields = new Fields(request);
  const callId = fields.u32(12);
  if (fields.u8(2) === PacketType.BIND) return encodePacket(PacketType.BIND_ACK, bindAck(fields), callId);
  const context = fields.u16(20);
  if (fields.u16(22) !== NET_SHARE_ENUM) {
    return encodePacket(PacketType.FAULT, Buffer.concat([u32(0), u16(context), u16(0), u32(UNKNOWN_OPERATION), u32(0)]), callId);
  }
  const stub = encodeShareList(shares);
  return encodePacket(PacketType.RESPONSE, Buffer.concat([u32(stub.length), u16(context), u16(0), stub]), callId);
}

/** Accepts the first context and refuses the others: C706 12.6.4.4. */
function bindAck(bind: Fields): Buffer {
  const FRAGMENT_BYTES = 4280;
  const TRANSFER_SYNTAX_UNKNOWN = Buffer.concat([u16(2), u16(2), Buffer.alloc(20)]);
  const address = Buffer.from('\\PIPE\\srvsvc\0', 'latin1');
  const head = Buffer.concat([u16(FRAGMENT_BYTES), u16(FRAGMENT_BYTES), u32(1), u16(address.length), address]);
  const contexts = bind.u8(24);
  const accepted = Buffer.concat([u32(0), bind.slice(28 + 24, 20)]);
  const refused = Array.from({ length: contexts - 1 }, () => TRANSFER_SYNTAX_UNKNOWN);
  return Buffer.concat([head, padding(head.length, 4), Buffer.from([contexts, 0, 0, 0]), accepted, ...refused]);
}

/** NetrShareEnum response: MS-SRVS 3.1.4.8. */
function encodeShareList(shares: readonly DemoShare[]): Buffer {
  const count = u32(shares.length);
  const entries = shares.map(({ type }) => Buffer.concat([u32(SOME_POINTER), u32(type), u32(SOME_POINTER)]));
  const texts = shares.flatMap(({ name, comment }) => [ndrString(name), ndrString(comment)]);
  const head = [u32(1), u32(1), u32(SOME_POINTER), count, u32(SOME_POINTER), count];
  const tail = [count, u32(0), u32(0)];
  return Buffer.concat([...head, ...entries, ...texts, ...tail]);
}

function ndrString(text: string): Buffer {
  const bytes = utf16(`${text}\0`);
  const characters = u32(bytes.length / 2);
  return Buffer.concat([characters, u32(0), characters, bytes, padding(bytes.length, 4)]);
}
