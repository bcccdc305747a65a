import { z } from 'zod';

const may = z.boolean().nullable().describe('null: not looked at');
const access = z.object({
  connect: may,
  list: may,
  read: may,
  write: may,
  writeFoundBy: z.enum(['granted-access', 'file-created', 'not looked at']),
});

/** SMB: MS-SMB2, MS-CIFS, MS-SRVS. */
export const smbFacts = {
  'smb.negotiate': z
    .object({
      dialects: z.array(z.string()),
      signing: z.object({ enabled: z.boolean(), required: z.boolean() }),
      smb1: z.boolean(),
      encryption: z.boolean(),
    })
    .describe('Dialects accepted (2.0.2, 2.1, 3.0, 3.0.2, 3.1.1), signing, SMB1 and encryption'),
  'smb.names': z
    .object({
      netbiosComputer: z.string(),
      netbiosDomain: z.string(),
      dnsComputer: z.string(),
      dnsDomain: z.string(),
      os: z.string(),
      lanManager: z.string(),
      systemTime: z.string(),
    })
    .describe('Names from the NTLM challenge; OS and LAN manager text from SMB1, empty when SMB1 is off'),
  'smb.sessions': z
    .object({ nullSession: z.string(), guest: z.string() })
    .describe('How a null session and a login as an unknown user ended: accepted, guest, or the NT status name'),
  'smb.shares': z
    .array(
      z.object({
        name: z.string(),
        type: z.string(),
        comment: z.string(),
        hidden: z.boolean(),
        listed: z.boolean(),
        nullSession: access,
        guest: access,
      }),
    )
    .describe('Shares that are listed or that answer by name, and what a null session and a guest may do with each'),
  'smb.null-listing': z
    .object({ allowed: z.boolean(), status: z.string() })
    .describe('Whether NetShareEnum over a null session gave the list; NT status name when it did not'),
};
