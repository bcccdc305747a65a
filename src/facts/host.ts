import { z } from 'zod';

/** Facts about an open port, whatever speaks on it. */
export const hostFacts = {
  'host.config-read': z
    .object({
      files: z.number(),
      kinds: z
        .array(z.string())
        .describe('Kinds of configuration that were found; compose files and the like count as services, units and proxies'),
      unread: z.array(z.string()).describe('Configuration files that could not be read, and why'),
    })
    .describe('What was found under a path that was given as configuration'),
  'port.state': z.object({ reason: z.string() }).describe('How the sweep knew that the port is open, as nmap says it (syn-ack)'),
  'port.first-bytes': z
    .object({ text: z.string(), bytes: z.number(), after: z.string() })
    .describe('The first bytes of a service that no scanner recognised, printable characters only, and what was sent before'),
};
