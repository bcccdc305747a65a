import { createHmac, randomBytes } from 'node:crypto';
import { ProbeError } from '../../../errors.js';
import { Fields, u16, u32, u64, utf16 } from './fields.js';
import { filetimeOf } from './filetime.js';
import { md4 } from './md4.js';

const SIGNATURE = Buffer.from('NTLMSSP\0', 'latin1');
const NEGOTIATE = 1;
const CHALLENGE = 2;
const AUTHENTICATE = 3;
// MS-NLMP 2.2.2.5: Unicode, request target, NTLM, always sign, extended session security, version, 128, 56.
const FLAGS = 0xa208_8207;
const ANONYMOUS = 0x0000_0800;
const VERSION = Buffer.from([6, 1, 0, 0, 0, 0, 0, 15]);
/** NTLMv2 has made the LM response superfluous. */
const NO_LM = Buffer.alloc(24);
const WORKSTATION = utf16('POROSITY');

/** What the server says about itself before any login. */
export interface NtlmChallenge {
  readonly challenge: Buffer;
  readonly targetInfo: Buffer;
  readonly netbiosComputer: string;
  readonly netbiosDomain: string;
  readonly dnsComputer: string;
  readonly dnsDomain: string;
}
export interface NtlmAnswer {
  readonly message: Buffer;
  /** Signs the messages of the session (SMB 2.x); empty for a null session. */
  readonly sessionKey: Buffer;
}
export interface NtlmLogin {
  readonly user: string;
  readonly password: string;
  readonly domain?: string;
}

/** NEGOTIATE_MESSAGE: MS-NLMP 2.2.1.1. */
export function encodeNtlmNegotiate(): Buffer {
  const noDomainNoWorkstation = Buffer.alloc(16);
  return Buffer.concat([SIGNATURE, u32(NEGOTIATE), u32(FLAGS), noDomainNoWorkstation, VERSION]);
}

/** CHALLENGE_MESSAGE: MS-NLMP 2.2.1.2. Found anywhere in the bytes, so that a SPNEGO wrapping does not matter. */
export function decodeNtlmChallenge(bytes: Buffer): NtlmChallenge {
  const start = bytes.indexOf(SIGNATURE);
  if (start < 0) throw new ProbeError('protocol', 'no NTLM challenge');
  const message = new Fields(bytes.subarray(start));
  if (message.u32(8) !== CHALLENGE) throw new ProbeError('protocol', 'not an NTLM challenge');
  const targetInfo = message.slice(message.u32(44), message.u16(40));
  const pairs = decodePairs(new Fields(targetInfo));
  const name = (id: number) => pairs.get(id)?.toString('utf16le') ?? '';
  return {
    challenge: message.slice(24, 8),
    targetInfo,
    netbiosComputer: name(1),
    netbiosDomain: name(2),
    dnsComputer: name(3),
    dnsDomain: name(4),
  };
}

/** AV_PAIR list: MS-NLMP 2.2.2.1. */
function decodePairs(info: Fields): ReadonlyMap<number, Buffer> {
  const pairs = new Map<number, Buffer>();
  for (let at = 0; at + 4 <= info.bytes.length && info.u16(at) !== 0; at += 4 + info.u16(at + 2)) {
    pairs.set(info.u16(at), info.slice(at + 4, info.u16(at + 2)));
  }
  return pairs;
}

/** AUTHENTICATE_MESSAGE without a user: the true null session (MS-NLMP 3.2.5.1.2). */
export function answerAnonymously(): NtlmAnswer {
  const message = encodeAuthenticate({ lm: Buffer.alloc(1), nt: Buffer.alloc(0), domain: '', user: '', flags: FLAGS | ANONYMOUS });
  return { message, sessionKey: Buffer.alloc(0) };
}

/** AUTHENTICATE_MESSAGE with NTLMv2: MS-NLMP 3.3.2. */
export function answerChallenge(
  { challenge, targetInfo }: NtlmChallenge,
  { user, password, domain = '' }: NtlmLogin,
  { now = new Date(), nonce = randomBytes(8) }: { readonly now?: Date; readonly nonce?: Buffer } = {},
): NtlmAnswer {
  const { nt, sessionKey } = respond(challenge, targetInfo, { user, password, domain }, now, nonce);
  return { message: encodeAuthenticate({ lm: NO_LM, nt, domain, user, flags: FLAGS }), sessionKey };
}

/** NTLMv2 response and session key: MS-NLMP 3.3.2. */
function respond(challenge: Buffer, targetInfo: Buffer, { user, password, domain }: Required<NtlmLogin>, now: Date, nonce: Buffer) {
  const responseKey = hmacMd5(md4(utf16(password)), utf16(user.toUpperCase() + domain));
  const head = Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]);
  const blob = Buffer.concat([head, u64(filetimeOf(now)), nonce, u32(0), targetInfo, u32(0)]);
  const proof = hmacMd5(responseKey, challenge, blob);
  return { nt: Buffer.concat([proof, blob]), sessionKey: hmacMd5(responseKey, proof) };
}

interface Authenticate {
  readonly lm: Buffer;
  readonly nt: Buffer;
  readonly domain: string;
  readonly user: string;
  readonly flags: number;
}

/** AUTHENTICATE_MESSAGE: MS-NLMP 2.2.1.3, without the optional integrity code. */
function encodeAuthenticate({ lm, nt, domain, user, flags }: Authenticate): Buffer {
  const HEADER_BYTES = 72;
  const noSessionKey = Buffer.alloc(0);
  const payload = [lm, nt, utf16(domain), utf16(user), WORKSTATION, noSessionKey];
  let offset = HEADER_BYTES;
  const descriptors = payload.map((part) => {
    const descriptor = Buffer.concat([u16(part.length), u16(part.length), u32(offset)]);
    offset += part.length;
    return descriptor;
  });
  return Buffer.concat([SIGNATURE, u32(AUTHENTICATE), ...descriptors, u32(flags), VERSION, ...payload]);
}

function hmacMd5(key: Buffer, ...parts: readonly Buffer[]): Buffer {
  const hmac = createHmac('md5', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}
