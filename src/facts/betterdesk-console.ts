import { z } from 'zod';

const status = z.number();
const limit = z
  .object({ status, limit: z.number().nullable(), windowSeconds: z.number().nullable() })
  .describe('RateLimit-Policy of one login without a name, null where none was sent');

/** BetterDesk's web console (Node) and the client API that it serves on a port of its own. */
export const betterdeskConsoleFacts = {
  'betterdesk-console.login-page': z
    .object({
      status,
      version: z.string().describe('From the footer: the number of the console’s own package'),
      ours: z.boolean().describe('The page or its cookie bear the marks that survive another brand'),
      csrfCookie: z.object({ secure: z.boolean(), httpOnly: z.boolean(), sameSite: z.string() }).nullable(),
      csrfHash: z
        .enum(['published secret', 'other secret', 'unknown shape'])
        .describe('Whether the hash in __csrf is that of its token and a session secret which stands in the public repository'),
      headers: z.record(z.string(), z.string()).describe('Of the security headers that the console sends by itself, those that came'),
      claimsHttps: z.boolean().describe('It sends Strict-Transport-Security or a Secure cookie'),
    })
    .describe('GET /login'),
  'betterdesk-console.csrf': z.object({ status, refused: z.boolean() }).describe('POST /api/auth/login without a token'),
  'betterdesk-console.login-limit': limit,
  'betterdesk-console.client-login-limit': limit,
  'betterdesk-console.forwarded': z
    .object({
      remaining: z.array(z.number()).describe('RateLimit-Remaining of three requests, each with another X-Forwarded-For but the first'),
    })
    .describe('GET /api/login-options'),
  'betterdesk-console.websocket': z.object({ status }).describe('Upgrade of /ws/rendezvous without a session'),
  'betterdesk-console.lan-discovery': z
    .object({
      answer: z.enum(['announced', 'silent', 'closed']),
      askedBytes: z.number(),
      bytes: z.number().describe('Length of the answer'),
      version: z.string(),
      addresses: z.number().describe('Addresses of the server that it names'),
    })
    .describe('One question to the LAN discovery on UDP 21119'),
  'betterdesk-console.client-api': z.object({ status, key: z.string() }).describe('GET /api/server-key of the client API'),
};
