import { z } from 'zod';
import { place, said } from './config.js';

/** smb.conf(5), compared with testparm of Samba 4.17. */
export const smbConfigFacts = {
  'smb.config': z
    .object({
      shares: z.array(
        z.object({
          name: z.string(),
          guest: said(z.boolean()).describe('Whether `guest ok` or `guest only` holds'),
          guestShutOut: z.boolean().describe('`valid users` without the guest account, or `invalid users` with it'),
          writable: said(z.boolean()),
          printer: z.boolean(),
          place,
        }),
      ),
      minProtocol: said(z.string()).describe('`server min protocol`; null where it is not set'),
      signing: said(z.string()).describe('`server signing`; null where it is not set'),
      isDomainController: z.boolean(),
      unread: z.array(z.string()).describe('Included files that could not be read'),
    })
    .describe('Shares and global settings of smb.conf as testparm would show them'),
};
