import { z } from 'zod';

const may = z.boolean().nullable().describe('null: not looked at, or no clear answer');
const access = z.object({
  connect: may,
  list: may,
  read: may,
  write: may,
  writeFoundBy: z.enum(['granted-access', 'file-created', 'not looked at']),
});
const login = z.object({
  outcome: z.enum(['accepted', 'guest', 'refused', 'unclear']),
  status: z.string(),
});
const listing = z.object({ outcome: z.enum(['listed', 'refused', 'unclear']), status: z.string() });
const signing = z.object({ enabled: z.boolean(), required: z.boolean() });

/** SMB: MS-SMB2, MS-CIFS, MS-SRVS. */
export const smbFacts = {
  'smb.negotiate': z
    .object({
      dialects: z.array(z.string()),
      signing,
      smb1: z.boolean(),
      encryption: z.boolean(),
      smb1Security: z
        .object({ userLevel: z.boolean(), challengeResponse: z.boolean(), signing })
        .nullable()
        .describe('What SMB1 says about logins and signing; null where it is not spoken'),
    })
    .describe('Dialects accepted (2.0.2, 2.1, 3.0, 3.0.2, 3.1.1), signing, SMB1, and whether the server can encrypt'),
  'smb.names': z
    .object({
      netbiosComputer: z.string(),
      netbiosDomain: z.string(),
      dnsComputer: z.string(),
      dnsDomain: z.string(),
      workgroup: z.string(),
      os: z.string(),
      lanManager: z.string(),
      systemTime: z.string(),
      startTime: z.string(),
    })
    .describe('Names from the NTLM challenge, clock; workgroup, OS and LAN manager text from SMB1, empty when SMB1 is off'),
  'smb.sessions': z
    .object({ nullSession: login, guest: login })
    .describe('How a null session and one login as a user that cannot exist ended, with the NT status or the trouble that left it unclear'),
  'smb.listing': z
    .object({ nullSession: listing, guest: listing })
    .describe('Whether NetShareEnum gave the list of shares to a null session and to a guest'),
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
  'smb.second-opinion': z
    .object({ client: z.string(), share: z.string(), entries: z.number() })
    .describe('How many entries a second, independent client saw at the top of one share that opens without a password; no names'),
};
