import { z } from 'zod';
import { place, placedText, said } from './config.js';

const text = said(z.string());

/** WebSSH: the environment that docker compose, or an environment file, gives it; and its data folder. */
export const websshConfigFacts = {
  'webssh.config': z
    .object({
      place,
      image: z.string().describe('Empty where it is built, or started without compose'),
      openPorts: z
        .array(placedText)
        .nullable()
        .describe('Published on addresses other than loopback; null where the files do not say how it is published'),
      proxied: z.boolean().describe('Whether an nginx of the same folder hands requests on to it'),
      privileges: z.array(placedText).describe('What the container may do beyond a plain one'),
      secretKey: z.object({
        set: z.boolean(),
        published: z.string().describe('The published value that it is, empty where it is none'),
        characters: z.number(),
        place: place.optional(),
        unresolved: z.string().optional(),
      }),
      workers: said(z.number()),
      debug: text,
      rateLimitEnabled: text,
      loginLimit: text,
      registrationEnabled: text,
      corsOrigins: text,
      sessionCookieSecure: text,
      trustedProxies: text,
      blockInternalSsh: text,
      deploymentProfile: text,
      secondFactors: z.array(z.object({ key: z.string(), value: z.string(), place })).describe('TOTP, WebAuthn, OIDC and LDAP switches'),
    })
    .describe('What the files set for WebSSH; a null value is the default of the release'),
  'webssh.config-data': z
    .object({
      loose: z.array(z.object({ path: z.string(), mode: z.string() })).describe('Secret files that others than their owner may read'),
      plainKeys: z
        .array(z.object({ path: z.string(), why: z.string() }))
        .describe('Private keys that are not encrypted, or left-over copies'),
      files: z.number(),
    })
    .describe('The data folder: the database, known hosts and stored SSH keys. Nothing of their content is kept'),
};
