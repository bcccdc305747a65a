import { z } from 'zod';

const status = z.number();

/** BetterDesk's server (Go): what its API says to everybody, and what belongs to its RustDesk ports. */
export const betterdeskFacts = {
  'betterdesk.health': z
    .object({
      version: z.string(),
      keys: z.array(z.string()).describe('Names of the members, at most 30'),
      certificateConfigured: z.boolean().describe('`tls`: that a certificate is set, not that this port uses it'),
      peersTotal: z.number().nullable(),
      relayServers: z.number().describe('Entries of connection.relay_servers'),
    })
    .describe('GET /api/health'),
  'betterdesk.stats': z.object({ status, goVersion: z.string() }).describe('GET /api/server/stats without credentials'),
  'betterdesk.metrics': z
    .object({ status, ours: z.boolean().describe('Has metrics named betterdesk_') })
    .describe('GET /metrics without credentials'),
  'betterdesk.public-key': z.object({ key: z.string() }).describe('The Ed25519 key at /api/server/pubkey, base64'),
  'betterdesk.protected': z
    .object({ status, error: z.string() })
    .describe('GET /api/peers without credentials: 401, or 403 `HTTPS required` with FORCE_HTTPS'),
  'betterdesk.cdap': z
    .object({ answers: z.boolean(), saw: z.string() })
    .describe('One GET /cdap/health on port 21122, written as the connection opens'),
  'betterdesk.api-login-limit': z
    .object({ statuses: z.array(z.number()) })
    .describe('Six logins without a name on the API; the limiter counts them before it reads them'),
  'betterdesk.websocket-origin': z
    .object({ port: z.number(), tls: z.boolean(), foreign: z.number(), none: z.number() })
    .describe('Status of a WebSocket upgrade two ports above, from a page of a foreign origin and without an origin'),
};
