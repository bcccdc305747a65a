import { z } from 'zod';

/** TLS: RFC 5246, RFC 8446, RFC 5280. */
export const tlsFacts = {
  'tls.protocols': z
    .object({ accepted: z.array(z.string()), refused: z.array(z.string()) })
    .describe('Protocol versions: SSLv3, TLSv1.0, TLSv1.1, TLSv1.2, TLSv1.3; one in neither list gave no clear answer'),
  'tls.ciphers': z
    .object({
      accepted: z.array(z.object({ version: z.string(), name: z.string() })),
      weakSought: z.array(z.string()).describe('Versions in which every weak suite that is not in the list was offered and refused'),
    })
    .describe(
      'IANA names of suites that the server was seen to pick: its choice in each version, one of each kind in the newest before TLS 1.3, and one of each weak kind in the others',
    ),
  'tls.dhe': z
    .object({ bits: z.number().nullable() })
    .describe('Size of the finite field of Diffie-Hellman up to TLS 1.2; null where no DHE suite is taken'),
  'tls.certificate': z
    .object({
      subject: z.string(),
      issuer: z.string(),
      names: z.array(z.string()).describe('DNS names and addresses of subjectAltName'),
      validFrom: z.string(),
      validTo: z.string(),
      key: z.object({ type: z.string(), bits: z.number() }),
      signature: z.string(),
      fingerprint: z.string(),
      selfSigned: z.boolean(),
      chainProblem: z
        .string()
        .describe(
          'OpenSSL verify code such as DEPTH_ZERO_SELF_SIGNED_CERT, empty when the chain is good, `not verified` when the handshake broke off',
        ),
      issuerUrl: z
        .string()
        .optional()
        .describe('Where the issuer publishes its certificate (authorityInfoAccess), empty where it does not'),
    })
    .describe('The leaf certificate; fingerprint is SHA-256, hex with colons'),
  'tls.session': z
    .object({
      version: z.string(),
      cipher: z.string(),
      alpn: z.string(),
      clientCertificate: z.enum(['none', 'requested', 'required', 'not required', 'not looked at']),
    })
    .describe('What the best handshake of node:tls ended with; `not required`: TLS 1.3 hides whether one was requested'),
};
