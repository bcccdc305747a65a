import { z } from 'zod';
import { place, said, secretSaid } from './config.js';

const listen = said(z.enum(['every address', 'one address', 'loopback', 'socket', 'unpublished'])).describe(
  'Where it listens as the host sees it; unpublished: inside a container that publishes no port',
);
const remote = z.object({
  scheme: z.string(),
  host: z.string(),
  near: z.enum(['loopback', 'compose', '']).describe('compose: a service of the same file that publishes no port'),
});
const endpoint = said(remote);
const loose = z.object({ path: z.string(), mode: z.number() });

/** Environment variables and files of Beszel; dossier section 11. Both spellings of each variable, the prefixed one wins. */
export const beszelConfigFacts = {
  'beszel-hub.config': z
    .array(
      z.object({
        place,
        listen,
        autoLogin: said(z.boolean()),
        trustedHeader: said(z.string()),
        userCreation: said(z.boolean()),
        userPassword: secretSaid,
        shareAll: said(z.boolean()),
        mfa: said(z.string()),
        passwordDisabled: said(z.boolean()),
        csp: said(z.string()),
        appUrl: said(z.string()),
        heartbeat: endpoint.describe('HEARTBEAT_URL without its path'),
        origins: said(z.string()).describe('What stands behind --origins'),
      }),
    )
    .describe('Environment and command line of each hub that the files start'),
  'beszel-hub.config-data': z
    .array(
      z.object({
        directory: z.string(),
        mode: z.number().nullable().describe('Permission bits of the folder; null where the system has none'),
        loose: z.array(loose).describe('Files in it that others than the owner may read'),
        tokens: z
          .object({ count: z.number(), mode: z.number().nullable(), place })
          .nullable()
          .describe('config.yml with registration tokens'),
      }),
    )
    .describe('Data folders of hubs: databases, key, configured systems'),
  'beszel-agent.config': z
    .array(
      z.object({
        place,
        listen,
        sshDisabled: said(z.boolean()),
        keys: said(z.array(z.string())).describe('Types of the public keys that it trusts'),
        hubUrl: endpoint,
        token: secretSaid,
        tokenFiles: z
          .array(z.object({ path: z.string(), mode: z.number().nullable() }))
          .describe('Files of the folder that hold the token, with their permission bits'),
        dockerHost: endpoint.describe('null where DOCKER_HOST is not set; the scheme is empty where it is set to nothing'),
        docker: z.object({ how: z.enum(['mounted', 'group', 'root', 'none', 'unknown']), place: place.optional() }),
      }),
    )
    .describe('Environment of each agent that the files start, and how it gets at the socket of Docker or Podman'),
};
