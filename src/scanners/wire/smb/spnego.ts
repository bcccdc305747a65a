const SPNEGO = Buffer.from('2b0601050502', 'hex'); // 1.3.6.1.5.5.2
const NTLM = Buffer.from('2b06010401823702020a', 'hex'); // 1.3.6.1.4.1.311.2.2.10
const ACCEPT_COMPLETED = 0;
const ACCEPT_INCOMPLETE = 1;
/** Tags of ASN.1: X.690 section 8; context-specific ones are counted from 0xa0. */
const Tag = { ENUMERATED: 0x0a, OCTET_STRING: 0x04, OBJECT_ID: 0x06, SEQUENCE: 0x30, APPLICATION: 0x60, CONTEXT: 0xa0 } as const;

/** The first word of a client that speaks NTLM alone: RFC 4178 section 4.2.1, in the frame of RFC 2743 section 3.1. */
export function encodeNegTokenInit(ntlm: Buffer): Buffer {
  const mechanisms = der(Tag.CONTEXT, der(Tag.SEQUENCE, der(Tag.OBJECT_ID, NTLM)));
  const token = der(Tag.CONTEXT + 2, der(Tag.OCTET_STRING, ntlm));
  return der(Tag.APPLICATION, der(Tag.OBJECT_ID, SPNEGO), der(Tag.CONTEXT, der(Tag.SEQUENCE, mechanisms, token)));
}

/** What the client says from then on: RFC 4178 section 4.2.2. */
export const encodeNegTokenReply = (ntlm: Buffer): Buffer =>
  der(Tag.CONTEXT + 1, der(Tag.SEQUENCE, der(Tag.CONTEXT + 2, der(Tag.OCTET_STRING, ntlm))));

/** What the server says: RFC 4178 section 4.2.2. An empty token says that the login is over. */
export function encodeNegTokenAnswer(ntlm: Buffer): Buffer {
  const state = (value: number) => der(Tag.CONTEXT, der(Tag.ENUMERATED, Buffer.from([value])));
  if (ntlm.length === 0) return der(Tag.CONTEXT + 1, der(Tag.SEQUENCE, state(ACCEPT_COMPLETED)));
  const mechanism = der(Tag.CONTEXT + 1, der(Tag.OBJECT_ID, NTLM));
  const token = der(Tag.CONTEXT + 2, der(Tag.OCTET_STRING, ntlm));
  return der(Tag.CONTEXT + 1, der(Tag.SEQUENCE, state(ACCEPT_INCOMPLETE), mechanism, token));
}

/** One element with its length in the definite form: X.690 section 8.1. */
function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
