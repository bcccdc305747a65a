import { z } from 'zod';

const names = z.array(z.string());

/** SSH: RFC 4253 sections 4.2 and 7.1, RFC 4252 section 5.1. */
export const sshFacts = {
  'ssh.banner': z.object({ software: z.string(), comment: z.string(), raw: z.string() }).describe('The identification line'),
  'ssh.algorithms': z
    .object({
      kex: names,
      serverHostKey: names,
      ciphers: names,
      macs: names,
      compression: names,
      strictKex: z.boolean(),
    })
    .describe('The KEXINIT lists as offered; names as IANA writes them. Ciphers and MACs: union of both directions'),
  'ssh.host-keys': z
    .array(z.object({ type: z.string(), bits: z.number(), fingerprint: z.string() }))
    .describe('Every host key that the server proved to hold; fingerprint as `ssh-keygen -lf` prints it'),
  'ssh.unproven-host-keys': z
    .array(z.object({ type: z.string(), asked: z.boolean(), because: z.string() }))
    .describe(
      'Key types that are advertised without a proven key: asked for in vain (the server does not hold one), or not asked, and why',
    ),
  'ssh.group-exchange': z
    .object({ bits: z.number() })
    .describe('Modulus that Diffie-Hellman group exchange gives to a client that asks for 1024 bits'),
  'ssh.auth-methods': z
    .object({ methods: names, noneAccepted: z.boolean() })
    .describe('Login methods that the server lists after one `none` request; noneAccepted: it let us in without any'),
  'ssh.login-banner': z.object({ text: z.string() }).describe('The text shown before a login (SSH_MSG_USERAUTH_BANNER), empty when none'),
};
