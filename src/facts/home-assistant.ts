import { z } from 'zod';

const step = z.object({ step: z.string(), done: z.boolean() });

/** Home Assistant Core as any visitor sees it; what its files say is in `config-home-assistant.ts`. */
export const homeAssistantFacts = {
  'home-assistant.refusals': z
    .object({ port: z.number(), paths: z.array(z.string()) })
    .describe('Paths that were answered as a banned client is answered: 403, "403: Forbidden", none of the usual headers'),
  'home-assistant.websocket-hello': z
    .object({ type: z.string(), version: z.string(), server: z.string() })
    .describe('The first frame on /api/websocket, sent before any login: auth_required or auth_ok, and the exact version'),
  'home-assistant.providers': z
    .object({
      status: z.number(),
      code: z.string(),
      types: z.array(z.string()),
      namedUsers: z.number(),
      local: z.boolean().nullable(),
    })
    .describe('/auth/providers: login methods shown to this address, users named beside them, and whether it takes us for local'),
  'home-assistant.onboarding': z.object({ status: z.number(), steps: z.array(step) }).describe('/api/onboarding: which steps are done'),
  'home-assistant.discovery': z
    .object({
      status: z.number(),
      version: z.string(),
      requiresPassword: z.boolean().nullable(),
      uuid: z.string(),
      externalUrl: z.string(),
      installationType: z.string(),
    })
    .describe('/api/discovery_info of releases before 2022.2'),
  'home-assistant.oauth-metadata': z
    .object({ status: z.number(), documentation: z.string() })
    .describe('/.well-known/oauth-authorization-server: where it says its documentation is'),
  'home-assistant.supervisor-panel': z
    .object({ status: z.number() })
    .describe('/api/hassio/app/entrypoint.js: 200 on Home Assistant OS and Supervised, 404 elsewhere'),
  'home-assistant.cors': z
    .object({ status: z.number(), allowedOrigin: z.string() })
    .describe('The answer to a preflight on /api/ from an origin that nobody can have listed'),
  'home-assistant.forwarded': z
    .object({ status: z.number(), invalidStatus: z.number(), local: z.boolean().nullable(), localAsForged: z.boolean().nullable() })
    .describe('Answers to X-Forwarded-For with an address and with nonsense; whether it took us, and the forged address, for local'),
  'home-assistant.trusted-login': z
    .object({ type: z.string(), reason: z.string(), users: z.number() })
    .describe('The first step of a login by trusted network, never completed: form, create_entry or abort; users offered'),
  'home-assistant.api': z.object({ status: z.number() }).describe('/api/ without a token, asked only where it said that it needs none'),
  'home-assistant.failed-logins': z
    .object({ attempts: z.number(), refusedAfter: z.number().nullable() })
    .describe('How many failed logins it took until this address was banned; null where it was not'),
};
