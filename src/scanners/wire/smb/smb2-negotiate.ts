import { randomBytes } from 'node:crypto';
import { padding, u16, u32 } from './fields.js';
import { isoOfFiletime } from './filetime.js';
import { SMB2_HEADER_BYTES, type Smb2Message } from './smb2-message.js';

/** Dialect revisions, oldest first: MS-SMB2 2.2.3. */
export const dialectNames: ReadonlyMap<number, string> = new Map([
  [0x0202, '2.0.2'],
  [0x0210, '2.1'],
  [0x0300, '3.0'],
  [0x0302, '3.0.2'],
  [0x0311, '3.1.1'],
]);
export const SMB_3_1_1 = 0x0311;
/** The answer to an SMB1 negotiation that names `SMB 2.???`: the real dialect is still to be agreed. */
export const SMB_2_WILDCARD = 0x02ff;

const SIGNING_ENABLED = 0x1;
const SIGNING_REQUIRED = 0x2;
const CAN_ENCRYPT = 0x40;
export const ContextType = { PREAUTH_INTEGRITY: 1, ENCRYPTION: 2, SIGNING: 8 } as const;

export interface Negotiated {
  readonly dialect: number;
  readonly signing: { readonly enabled: boolean; readonly required: boolean };
  readonly encryption: boolean;
  /** ISO 8601; empty where the server does not tell. */
  readonly systemTime: string;
  readonly startTime: string;
}

/** NEGOTIATE request: MS-SMB2 2.2.3, with the contexts that 3.1.1 demands (2.2.3.1). */
export function encodeNegotiate(dialects: readonly number[]): Buffer {
  const STRUCTURE_SIZE = 36;
  const contexts = dialects.includes(SMB_3_1_1) ? negotiateContexts() : [];
  const list = Buffer.concat(dialects.map(u16));
  const contextsAt = SMB2_HEADER_BYTES + STRUCTURE_SIZE + list.length;
  const gap = padding(contextsAt, 8);
  const startOfContexts = contexts.length ? [u32(contextsAt + gap.length), u16(contexts.length), u16(0)] : [Buffer.alloc(8)];
  return Buffer.concat([
    u16(STRUCTURE_SIZE),
    u16(dialects.length),
    u16(SIGNING_ENABLED),
    u16(0),
    u32(CAN_ENCRYPT),
    randomBytes(16),
    ...startOfContexts,
    list,
    ...(contexts.length ? [gap, joinAligned(contexts)] : []),
  ]);
}

function negotiateContexts(): readonly Buffer[] {
  const SHA_512 = 1;
  const SALT_BYTES = 32;
  const ciphers = [4, 2, 1, 3]; // AES-256-GCM, AES-128-GCM, AES-128-CCM, AES-256-CCM
  const signings = [2, 1, 0]; // AES-GMAC, AES-CMAC, HMAC-SHA256
  return [
    encodeContext(ContextType.PREAUTH_INTEGRITY, Buffer.concat([u16(1), u16(SALT_BYTES), u16(SHA_512), randomBytes(SALT_BYTES)])),
    encodeContext(ContextType.ENCRYPTION, Buffer.concat([u16(ciphers.length), ...ciphers.map(u16)])),
    encodeContext(ContextType.SIGNING, Buffer.concat([u16(signings.length), ...signings.map(u16)])),
  ];
}

/** One negotiate context: MS-SMB2 2.2.3.1. */
export const encodeContext = (type: number, data: Buffer): Buffer => Buffer.concat([u16(type), u16(data.length), u32(0), data]);

/** All but the last one end on a multiple of eight. */
export const joinAligned = (contexts: readonly Buffer[]): Buffer =>
  Buffer.concat(contexts.flatMap((context, index) => (index < contexts.length - 1 ? [context, padding(context.length, 8)] : [context])));

/** NEGOTIATE response: MS-SMB2 2.2.4. */
export function decodeNegotiated({ body, whole }: Smb2Message): Negotiated {
  const dialect = body.u16(4);
  const securityMode = body.u16(2);
  // Capabilities tell of encryption in 3.0 and 3.0.2 only; 3.1.1 agrees on a cipher in a context.
  const byCapability = dialect >= 0x0300 && dialect < SMB_3_1_1 && (body.u32(24) & CAN_ENCRYPT) !== 0;
  return {
    dialect,
    signing: { enabled: (securityMode & SIGNING_ENABLED) !== 0, required: (securityMode & SIGNING_REQUIRED) !== 0 },
    encryption: byCapability || (dialect === SMB_3_1_1 && agreedCipher(whole.u32(SMB2_HEADER_BYTES + 60), body.u16(6), whole) !== 0),
    systemTime: isoOfFiletime(body.u64(40)),
    startTime: isoOfFiletime(body.u64(48)),
  };
}

/** SMB2_ENCRYPTION_CAPABILITIES of the response: MS-SMB2 2.2.4.1.2; 0 where no cipher was agreed. */
function agreedCipher(offset: number, count: number, whole: Smb2Message['whole']): number {
  const HEADER_BYTES = 8;
  let at = offset;
  for (let left = Math.min(count, 16); left > 0; left--) {
    const length = whole.u16(at + 2);
    if (whole.u16(at) === ContextType.ENCRYPTION) return whole.u16(at + HEADER_BYTES + 2);
    at += HEADER_BYTES + length;
    at += (8 - (at % 8)) % 8;
  }
  return 0;
}
