import { z } from 'zod';

/** Facts about an open port, whatever speaks on it. */
export const hostFacts = {
  'port.state': z.object({ reason: z.string() }).describe('How the sweep knew that the port is open, as nmap says it (syn-ack)'),
  'port.first-bytes': z
    .object({ text: z.string(), bytes: z.number(), after: z.string() })
    .describe('The first bytes of a service that no scanner recognised, printable characters only, and what was sent before'),
};
