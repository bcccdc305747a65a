import { ProbeError } from '../../../errors.js';

// RFC 1002 section 4.3.1; on port 445 the same four bytes with a length of 24 bits (MS-SMB2 2.1).
const SESSION_MESSAGE = 0x00;
const SESSION_REQUEST = 0x81;
const POSITIVE_RESPONSE = 0x82;
const NEGATIVE_RESPONSE = 0x83;
const KEEP_ALIVE = 0x85;
export const FRAME_HEADER_BYTES = 4;
/** No answer that we ask for is longer. */
export const MAX_MESSAGE_BYTES = 64 * 1024 + 1024;

/** What the four bytes before a message announce. */
export interface FrameHeader {
  readonly kind: 'message' | 'accepted' | 'refused' | 'keep-alive';
  readonly length: number;
}

/** Puts a message into a session frame. */
export function frame(message: Buffer): Buffer {
  const header = Buffer.alloc(FRAME_HEADER_BYTES);
  header.writeUInt32BE(message.length);
  return Buffer.concat([header, message]);
}

/** Reads the frame header; a length beyond the limit is an error before a single byte of it is awaited. */
export function decodeFrameHeader(header: Buffer): FrameHeader {
  const kinds = {
    [SESSION_MESSAGE]: 'message',
    [POSITIVE_RESPONSE]: 'accepted',
    [NEGATIVE_RESPONSE]: 'refused',
    [KEEP_ALIVE]: 'keep-alive',
  } as const;
  const kind = kinds[header.readUInt8(0) as keyof typeof kinds];
  if (!kind) throw new ProbeError('protocol', 'no SMB frame');
  const length = header.readUIntBE(1, 3);
  if (length > MAX_MESSAGE_BYTES) throw new ProbeError('limit', `an SMB frame claims ${length} bytes`);
  return { kind, length };
}

/** The session request that servers expect first on port 139: RFC 1002 section 4.3.2. */
export function encodeSessionRequest(calledName = '*SMBSERVER', callingName = 'POROSITY'): Buffer {
  const SERVER_SERVICE = 0x20;
  const WORKSTATION_SERVICE = 0x00;
  const names = Buffer.concat([encodeNetbiosName(calledName, SERVER_SERVICE), encodeNetbiosName(callingName, WORKSTATION_SERVICE)]);
  return Buffer.concat([Buffer.from([SESSION_REQUEST, 0, 0, names.length]), names]);
}

/** First-level encoding: each half byte becomes a letter from A to P (RFC 1001 section 14.1). */
function encodeNetbiosName(name: string, service: number): Buffer {
  const padded = Buffer.concat([Buffer.from(name.padEnd(15).slice(0, 15), 'latin1'), Buffer.from([service])]);
  const letters = [...padded].flatMap((byte) => [0x41 + (byte >> 4), 0x41 + (byte & 0x0f)]);
  return Buffer.from([letters.length, ...letters, 0]);
}

/** True for a server that refuses the session before a word was said, as Samba does to addresses outside `hosts allow`. */
export const isRefusal = (firstBytes: Buffer): boolean =>
  firstBytes.length >= 4 && firstBytes.readUInt8(0) === NEGATIVE_RESPONSE && firstBytes.readUIntBE(1, 3) === 1;
