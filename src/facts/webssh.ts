import { z } from 'zod';

/** WebSSH as any visitor sees it; what its files say is in `config-webssh.ts`. */
export const websshFacts = {
  'webssh.login': z
    .object({
      status: z.number(),
      path: z.string(),
      location: z.string(),
      title: z.string(),
      headers: z.record(z.string(), z.string()),
      form: z.boolean().describe('Whether the page has a form with a CSRF token'),
    })
    .describe('GET of the login page, redirects not followed; an instance without an owner sends visitors to /register'),
  'webssh.registration': z
    .object({ status: z.number(), location: z.string(), title: z.string(), form: z.boolean() })
    .describe('GET of /register; the form is never submitted'),
  'webssh.session': z
    .object({
      secure: z.boolean(),
      httpOnly: z.boolean(),
      sameSite: z.string(),
      signed: z.boolean().describe('Whether the value has the three parts of a signed Flask session'),
      publishedKey: z.string().describe('The published value of SECRET_KEY that its signature was made with, empty where none was'),
      keysTried: z.number(),
    })
    .describe('The cookie `session` of the first page that sets it; its signature was checked offline, its value is not kept'),
  'webssh.health': z.object({ status: z.number(), says: z.string(), indented: z.boolean() }).describe('/health: 404 in older builds'),
  'webssh.socket': z
    .object({ status: z.number(), pingIntervalMs: z.number(), pingTimeoutMs: z.number(), maxPayloadBytes: z.number() })
    .describe('The opening packet of Engine.IO, which is given to everybody; zeros where the answer is none'),
  'webssh.socket-stranger': z
    .object({ status: z.string() })
    .describe('What the application tells a Socket.IO client without a session: `success` is for those who are logged in'),
  'webssh.socket-origin': z
    .object({ status: z.number(), allowedOrigin: z.string(), credentials: z.boolean(), refused: z.boolean() })
    .describe('The opening packet asked for from a page of an origin that nobody can have listed'),
  'webssh.csrf': z.object({ status: z.number(), reason: z.string() }).describe('An empty POST to the login form, without a CSRF token'),
  'webssh.debugger': z
    .object({ status: z.number(), contentType: z.string() })
    .describe("The style sheet of Werkzeug's debugger, which only a server with the debugger has"),
  'webssh.forwarded-prefix': z
    .object({ status: z.number(), location: z.string(), believed: z.boolean() })
    .describe('Whether an X-Forwarded-Prefix of ours came back in the redirect'),
  'webssh.login-limit': z
    .object({
      attempts: z.number(),
      refusedAfter: z.number().nullable(),
      liftedByForgedAddress: z.boolean().nullable().describe('Null where nothing was refused'),
    })
    .describe('Login forms sent with nothing but their CSRF token until one was refused; and one more with an invented X-Forwarded-For'),
};
