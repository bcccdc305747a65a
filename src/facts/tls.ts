import { z } from 'zod';

/** TLS: RFC 5246, RFC 8446, RFC 5280. */
export const tlsFacts = {
  'tls.protocols': z
    .object({ accepted: z.array(z.string()), refused: z.array(z.string()) })
    .describe('Protocol versions: SSLv3, TLSv1.0, TLSv1.1, TLSv1.2, TLSv1.3'),
  'tls.ciphers': z
    .object({ accepted: z.array(z.object({ version: z.string(), name: z.string() })) })
    .describe('Cipher suites by version, IANA names, in the order the server chose them'),
  'tls.certificate': z
    .object({
      subject: z.string(),
      issuer: z.string(),
      names: z.array(z.string()),
      validFrom: z.string(),
      validTo: z.string(),
      key: z.object({ type: z.string(), bits: z.number() }),
      signature: z.string(),
      fingerprint: z.string(),
      selfSigned: z.boolean(),
      chainProblem: z.string().describe('OpenSSL verify code such as DEPTH_ZERO_SELF_SIGNED_CERT, empty when the chain is good'),
    })
    .describe('The leaf certificate; fingerprint is SHA-256, hex with colons'),
  'tls.session': z
    .object({
      version: z.string(),
      cipher: z.string(),
      alpn: z.string(),
      clientCertificate: z.enum(['none', 'requested', 'required', 'not looked at']),
    })
    .describe('What the best handshake of node:tls ended with'),
};
