import { z } from 'zod';
import { place, placedText, said } from './config.js';

const modes = said(z.string());
const algorithms = said(z.array(z.string())).describe('null: not set, so the defaults');

/** config.yaml of ContainerSSH, compared with what 0.5.2 and 0.6.0 do. */
export const containersshConfigFacts = {
  'containerssh.config': z
    .object({
      place,
      mode: z.number().nullable().describe('Permission bits; null where the system has none'),
      laterKey: placedText.nullable().describe('A key that only 0.5 and later have'),
      unknownKeys: z.array(placedText).describe('Keys that 0.5 and later refuse to start with'),
      configServer: place.nullable().describe('Where `configserver.url` stands: its answers replace what the file says, login by login'),
    })
    .describe('The file as a whole'),
  'containerssh.config-ssh': z
    .object({
      kex: algorithms,
      ciphers: algorithms,
      macs: algorithms,
      hostKeys: z.array(z.object({ inline: z.boolean(), place })),
    })
    .describe('`ssh:`'),
  'containerssh.config-auth': z
    .object({
      webhooks: z.array(
        z.object({
          key: z.string().describe('`auth.password.webhook`, `configserver`'),
          url: z.string().describe('Scheme, host and port'),
          secure: z.boolean(),
          loopback: z.boolean(),
          clientCertificate: z.boolean().describe('cert and key are set'),
          place,
        }),
      ),
      legacy: z
        .object({ place, password: said(z.boolean()), pubkey: said(z.boolean()) })
        .nullable()
        .describe('`auth.url`, the layout of 0.4'),
      methods: z.array(z.string()).describe('Sections of `auth` with a method'),
      provider: said(z.string()).describe('`auth.keyboardInteractive.oauth2.provider`, where OAuth2 is on'),
    })
    .describe('`auth:` and `configserver:`'),
  'containerssh.config-security': z
    .object({
      defaultMode: modes,
      shell: modes,
      signal: modes,
      forwarding: z.array(z.object({ key: z.string(), value: z.string(), place })),
      maxSessions: said(z.number()),
      place: place.optional(),
    })
    .describe('`security:`'),
  'containerssh.config-docker': z
    .object({
      used: z.boolean().describe('False where `backend` names another'),
      host: said(z.string()),
      loopback: z.boolean(),
      certificates: z.array(z.string()).describe('Those of cacert, cert and key that are set'),
      escapes: z.array(placedText),
      user: said(z.string()),
      userNamespace: said(z.string()),
    })
    .describe('`docker:`'),
  'containerssh.config-kubernetes': z
    .object({
      used: z.boolean(),
      host: said(z.string()),
      certificates: z.array(z.string()).describe('Those keys of cacert* and cert* that are set'),
      escapes: z.array(placedText),
    })
    .describe('`kubernetes:`'),
  'containerssh.config-audit': z
    .object({ enabled: said(z.boolean()), format: said(z.string()), storage: said(z.string()) })
    .describe('`audit:`'),
  'containerssh.config-services': z
    .object({
      services: z.array(
        z.object({
          key: z.string(),
          listen: said(z.string()),
          onLoopback: z.boolean(),
          tls: z.boolean().describe('cert and key are set'),
          clientCa: z.boolean(),
          place: place.optional(),
        }),
      ),
    })
    .describe('The health page, which is there even when it is switched off, metrics and the OAuth2 page where they are on'),
  'containerssh.config-secrets': z
    .object({ inline: z.array(placedText).describe('Keys with a literal secret, never its value') })
    .describe('Passwords, tokens and private keys in the file itself'),
};
