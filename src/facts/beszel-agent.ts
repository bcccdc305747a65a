import { z } from 'zod';

/** The agent of Beszel, an SSH server with one purpose; the rest of what it shows is in `ssh.ts`. */
export const beszelAgentFacts = {
  'beszel-agent.listener': z
    .object({ port: z.number() })
    .describe('Where the suspected agent listens: releases before 0.12 are told by little else'),
  'beszel-agent.random-key': z
    .object({ algorithm: z.string(), accepted: z.boolean() })
    .describe('Whether a key made a moment ago would be accepted (RFC 4252 section 7); nothing was signed'),
};
