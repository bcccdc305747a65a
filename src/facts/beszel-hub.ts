import { z } from 'zod';

const signIn = z.object({
  password: z.boolean(),
  mfa: z.boolean(),
  providers: z.array(z.string()).describe('Names of the OAuth2 providers'),
});

/** The hub of Beszel, a PocketBase program, as any visitor sees it. Nothing of what an open hub gives away is kept. */
export const beszelHubFacts = {
  'beszel-hub.page': z
    .object({ path: z.string(), isHub: z.boolean(), version: z.string(), hubUrl: z.string(), basePath: z.string() })
    .describe('What the `BESZEL` global in the page says; isHub: whether it is there. Empty where a word is missing or blanked'),
  'beszel-hub.first-run': z
    .object({ base: z.string(), firstRun: z.boolean() })
    .describe('/api/beszel/first-run: whether no user exists; base: the path in front of /api'),
  'beszel-hub.claim': z
    .object({ status: z.number(), answer: z.enum(['open', 'forbidden', 'gone']) })
    .describe('The answer to the form of the first user, sent empty so that it cannot create one'),
  'beszel-hub.anonymous-info': z
    .object({ status: z.number(), path: z.string(), answer: z.enum(['open', 'login', 'absent']), version: z.string() })
    .describe('/api/beszel/info, /api/beszel/getkey on older releases, asked without a login'),
  'beszel-hub.cors': z
    .object({ status: z.number(), allowedOrigin: z.string() })
    .describe('Access-Control-Allow-Origin of the API for an origin that nobody can have listed'),
  'beszel-hub.sign-in': signIn.describe('Login methods of the users'),
  'beszel-hub.superuser-sign-in': signIn.describe('Login methods of the PocketBase superusers'),
  'beszel-hub.sign-up': z
    .object({ status: z.number(), answer: z.enum(['closed', 'by provider', 'open']) })
    .describe('The answer to an empty registration: refused, left to an OAuth2 provider, or asking for a password'),
  'beszel-hub.records': z
    .array(
      z.object({
        collection: z.string(),
        state: z.enum(['listed', 'refused', 'absent', 'unclear']),
        total: z.number().describe('Records that the list counts; 0 also where there is no list'),
      }),
    )
    .describe('Collections listed without a login: a list is public, what counts is how many records it shows'),
  'beszel-hub.admin-ui': z
    .object({ status: z.number(), isPocketBase: z.boolean() })
    .describe('/_/: whether it is the dashboard of PocketBase'),
  'beszel-hub.token-gate': z
    .object({ status: z.number(), answer: z.enum(['upgraded', 'refused', 'token accepted', 'no door']) })
    .describe('/api/beszel/agent-connect: the answer to a complete WebSocket upgrade with a random token'),
  'beszel-hub.failed-logins': z
    .object({ attempts: z.number(), limitedAfter: z.number().nullable() })
    .describe('Wrong logins in a row of an address that nobody has, until the hub answered 429; null where it did not'),
};
