import { z } from 'zod';

/** The Observer of Home Assistant OS and Supervised, which watches the Supervisor from outside (plugin-observer). */
export const homeAssistantObserverFacts = {
  'home-assistant-observer.page': z
    .object({
      supervisor: z.enum(['connected', 'disconnected', 'unknown']),
      unsupported: z.array(z.string()),
      unhealthy: z.array(z.string()),
      logShown: z.boolean(),
    })
    .describe("What the page says: the Supervisor's state, its reasons by name, and whether its log stands there (not kept)"),
};
