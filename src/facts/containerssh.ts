import { z } from 'zod';

const side = z.enum(['open', 'guarded', 'closed']).describe('guarded: it wants a client certificate');

/** ContainerSSH: its SSH front, its side services, and the webhooks it asks. The facts of one service are there only where it was met. */
export const containersshFacts = {
  'containerssh.health': z
    .object({ answer: z.enum(['ok', 'not ok']), negotiates: z.boolean().describe('Without quotes where a browser asks') })
    .describe('The health page, which answers the same on an invented path'),
  'containerssh.metrics': z
    .object({
      port: z.number(),
      state: side,
      names: z.array(z.string()).describe('Metrics that begin with `containerssh_`'),
      tells: z.array(z.string()).describe('Labels such as backend="docker"; none names a user'),
    })
    .describe('The metrics page'),
  'containerssh.docker-api': z
    .object({ port: z.number(), state: side, version: z.string().describe('API version, empty where it did not say') })
    .describe('What answers on the port of the Docker API beside an SSH front'),
  'containerssh.second-key': z
    .object({ type: z.string(), fingerprint: z.string() })
    .describe('The host key that a second connection to the front was shown'),
  'containerssh.key-query': z
    .object({ answer: z.enum(['accepted', 'refused', 'none']), waitedMs: z.number() })
    .describe('Whether a fresh key of an invented user would do; nothing was signed. none: no answer within waitedMs'),
  'containerssh.auth-webhook': z
    .object({
      success: z.boolean(),
      echoes: z.boolean().describe('Repeats connectionId and remoteAddress, as ContainerSSH’s own server library does'),
      libraryError: z.boolean().describe('GET without a body gives the error text of that library'),
      authzStatus: z.number().describe('Status of POST /authz'),
    })
    .describe('The answer to POST /password with an empty object, where it is one that ContainerSSH would take'),
  'containerssh.webhook-logins': z
    .object({
      password: z.boolean().nullable().describe('success for an invented user and password; null: no such answer'),
      publicKey: z.boolean().nullable().describe('success for an invented user and a fresh key'),
      sampleUser: z.boolean().nullable().describe('success for the user of the sample server with an invented password'),
    })
    .describe('What the webhook says of people who do not exist'),
  'containerssh.lockout': z
    .object({
      attempts: z.number(),
      stopped: z.boolean().describe('It answered 429 to the last'),
      slowed: z.boolean().describe('The last answer took a second longer than the first'),
    })
    .describe('Wrong passwords of one invented user, each as if over a connection of its own'),
  'containerssh.served-config': z
    .object({ config: z.boolean(), secrets: z.array(z.string()).describe('Paths of values that are secrets; never the values') })
    .describe('The answer of /config for an invented user'),
};
