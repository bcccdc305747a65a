const NTLM = Buffer.from('2b06010401823702020a', 'hex'); // 1.3.6.1.4.1.311.2.2.10
const ACCEPT_COMPLETED = 0;
const ACCEPT_INCOMPLETE = 1;

/** negTokenResp: RFC 4178 section 4.2.2. An empty token says that the login is over. */
export function wrapInSpnego(token: Buffer): Buffer {
  const state = token.length === 0 ? ACCEPT_COMPLETED : ACCEPT_INCOMPLETE;
  const parts = [der(0xa0, der(0x0a, Buffer.from([state])))];
  if (token.length > 0) parts.push(der(0xa1, der(0x06, NTLM)), der(0xa2, der(0x04, token)));
  return der(0xa1, der(0x30, Buffer.concat(parts)));
}

/** One DER element: X.690 section 8.1. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
