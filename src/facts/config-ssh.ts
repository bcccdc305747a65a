import { z } from 'zod';
import { place, said } from './config.js';

/** sshd_config(5), compared with `sshd -T` of OpenSSH 9.2. */
export const sshConfigFacts = {
  'ssh.config': z
    .object({
      ports: z.array(z.number()),
      passwordAuthentication: said(z.boolean()),
      kbdInteractiveAuthentication: said(z.boolean()),
      permitEmptyPasswords: said(z.boolean()),
      permitRootLogin: said(z.string()),
      authenticationMethods: said(z.string()),
      conditional: z
        .array(z.object({ key: z.string(), value: z.string(), condition: z.string(), place }))
        .describe('The same keys inside `Match` blocks; keys in lower case'),
      algorithms: z
        .array(z.object({ list: z.enum(['kex', 'serverHostKey', 'ciphers', 'macs']), names: z.array(z.string()), place }))
        .describe('Algorithms that are named to be offered; lists that only take some away are left out'),
      unread: z.array(z.string()).describe('Included files that could not be read'),
    })
    .describe('What sshd_config sets for logins; a null value is the default of the release'),
};
