import { z } from 'zod';
import { place, placedText, said, secretSaid } from './config.js';

/** Compose files, units and environment files of BetterDesk, compared with what 2.4 does. */
export const betterdeskConfigFacts = {
  'betterdesk.config-settings': z
    .object({
      settings: z
        .record(z.string(), said(z.string()))
        .describe('What is written, by variable, and `-mode` of the command line; none of them is a secret'),
      adminPassword: secretSaid,
      unread: z.array(z.string()).describe('Files with settings that could not be read'),
    })
    .describe('The environment of the server (Go)'),
  'betterdesk.config-totp': z
    .object({ disabled: said(z.string()), acknowledged: said(z.string()) })
    .describe('The two switches that together leave the second factor out on the API for RustDesk clients'),
  'betterdesk.config-published': z
    .object({ ports: z.array(z.object({ service: z.string(), host: z.number(), container: z.number(), loopback: z.boolean(), place })) })
    .describe('Ports of the management that compose publishes: API, console, database'),
  'betterdesk.config-credentials': z
    .object({ known: z.array(placedText).describe('Variables whose value is one that BetterDesk’s own files and guides show') })
    .describe('Credentials that everybody can read up'),
  'betterdesk.config-secret-files': z
    .object({
      files: z.array(z.object({ path: z.string(), mode: z.number() })).describe('Keys and databases, with their permission bits'),
      adminCredentials: z.array(place).describe('`.admin_credentials`, where the first password stands'),
    })
    .describe('Files of the data folders'),
};

export const betterdeskConsoleConfigFacts = {
  'betterdesk-console.config': z
    .object({
      https: said(z.boolean()).describe('HTTPS_ENABLED'),
      certificate: said(z.string()),
      key: said(z.string()),
      absent: z.array(z.string()).describe('Of certificate and key, those that a folder we saw does not hold'),
      sessionSecret: z.object({ state: z.enum(['not set', 'published', 'short', 'own', 'unknown']), place: place.optional() }),
    })
    .describe('The environment of the console (Node)'),
};
