import { z } from 'zod';
import { place, placedText, said, secretSaid } from './config.js';

const network = z.object({ text: z.string(), family: z.union([z.literal(4), z.literal(6)]), prefix: z.number(), place });
const settings = {
  serverHost: said(z.array(z.string())),
  serverPort: said(z.number()),
  certificate: said(z.boolean()).describe('Whether a TLS certificate is set'),
  clientCertificates: said(z.boolean()).describe('Whether clients need a certificate (ssl_peer_certificate)'),
  sslProfile: said(z.string()),
  corsAllowedOrigins: said(z.array(z.string())),
  useXForwardedFor: said(z.boolean()),
  trustedProxies: said(z.array(network)),
  loginAttemptsThreshold: said(z.number()),
  ipBanEnabled: said(z.boolean()),
  useXFrameOptions: said(z.boolean()),
};

/** What the files of a Home Assistant folder say; dossier sections 5.1 to 5.3. */
export const homeAssistantConfigFacts = {
  'home-assistant.config-version': z
    .object({ version: z.string(), place })
    .describe('The release that last ran on this folder (.HA_VERSION)'),
  'home-assistant.config-http': z
    .object({
      origin: z
        .enum(['yaml', 'storage', 'recovery'])
        .describe('Where the settings in force stand: YAML, `.storage/http` (from 2026.8), or the copy that recovery mode falls back to'),
      version: z.string().describe('The release that last ran on the folder, empty where it is not known'),
      certain: z.boolean().describe('False where the release is not known, so that newer ones may ignore the YAML'),
      widthsKnown: z.boolean().describe('False where the copy keeps addresses without their prefix length'),
      ...settings,
      apiPassword: secretSaid,
      trustedNetworks: z.array(network).describe('`trusted_networks` of the `http:` block, which releases before 0.101 obey'),
    })
    .describe('The settings of the web server that are in force after the next start'),
  'home-assistant.config-refused': z
    .object({ refusals: z.array(placedText) })
    .describe('What Home Assistant would not accept in these files: it starts in recovery mode instead'),
  'home-assistant.config-ignored': z
    .object({ ignored: z.array(z.object({ key: z.string(), differs: z.boolean(), place })) })
    .describe('Keys of an `http:` block in YAML that this release does not read any more'),
  'home-assistant.config-auth': z
    .object({
      providers: z.array(
        z.object({
          type: z.string(),
          place,
          networks: z.array(network),
          bypassLogin: z.boolean(),
          restrictedUsers: z.boolean().describe('trusted_users is set'),
          unresolved: z.string().optional(),
        }),
      ),
      mfaModules: z.array(placedText).nullable().describe('null: not set, so TOTP is offered'),
      place: place.optional().describe('Where auth_providers stands; missing where it is not set'),
    })
    .describe('Ways to log in, from the main `homeassistant:` block'),
  'home-assistant.config-urls': z
    .object({ external: said(z.string()), internal: said(z.string()) })
    .describe('Scheme, host and port of the addresses the owner set; YAML wins over `.storage/core.config`'),
  'home-assistant.config-onboarding': z
    .object({ done: z.array(z.string()).nullable(), owner: z.boolean().nullable(), place: place.optional() })
    .describe('Steps of the wizard that were done, and whether an owner exists; null where its file is not there'),
  'home-assistant.config-users': z
    .object({
      users: z.array(z.object({ name: z.string(), admin: z.boolean(), localOnly: z.boolean(), secondFactor: z.boolean(), place })),
      tokens: z.array(z.object({ name: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable(), place })),
    })
    .describe('Active people who log in with a password, and long-lived access tokens; never the tokens themselves'),
  'home-assistant.config-secrets': z
    .object({ literal: z.array(z.object({ key: z.string(), place })), more: z.number(), unread: z.array(z.string()) })
    .describe('Keys that look like secrets and carry a literal value outside secrets.yaml; `unread`: parts that could not be read'),
  'home-assistant.config-files': z
    .object({
      served: z.array(z.object({ path: z.string(), what: z.enum(['secrets', 'configuration', 'database', 'backup', 'key']) })),
      loose: z.array(z.object({ path: z.string(), mode: z.number(), usual: z.number() })),
      secretsReadable: z.array(z.object({ path: z.string(), mode: z.number() })),
      modesKnown: z.boolean(),
    })
    .describe(
      'Files under www/ (served to anyone as /local/) that should not be there, and permissions wider than Home Assistant leaves them',
    ),
  'home-assistant.config-go2rtc': z.object({ debugUi: said(z.boolean()) }).describe('`go2rtc:` in YAML'),
  'home-assistant.config-apps': z
    .object({
      apps: z.array(
        z.object({
          slug: z.string(),
          name: z.string(),
          version: z.string(),
          isProtected: z.boolean(),
          wants: z.array(z.string()).describe('full_access and docker_api, where the app asks for them'),
          published: z.array(z.object({ container: z.string(), host: z.number() })),
          frontDoorOpen: z.boolean(),
          nodeLogin: z.boolean().nullable().describe('Node-RED: whether http_node has a login; null for others'),
        }),
      ),
      place,
    })
    .describe("Add-ons (apps) as the Supervisor's own file has them"),
};
