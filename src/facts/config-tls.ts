import { z } from 'zod';
import { place, said } from './config.js';

/** What a proxy is told about TLS. */
export const tlsConfigFacts = {
  'tls.config-listeners': z
    .object({
      listeners: z.array(
        z.object({
          port: z.number(),
          names: z.array(z.string()),
          protocols: said(z.array(z.string())).describe('Named as in tls.protocols; null where the release decides'),
          place,
        }),
      ),
      unread: z.array(z.string()),
    })
    .describe('Ports where nginx is told to speak TLS'),
};
