import type { Facts } from '../../../model.js';
import type { NtlmChallenge } from '../../wire/smb/ntlm.js';
import { dialectNames, type Negotiated } from '../../wire/smb/smb2-negotiate.js';
import { clip } from './clip.js';
import type { Smb1Look } from './smb1-look.js';

/** What a server that takes these dialects, newest first, and perhaps SMB1, has agreed to. */
export function negotiateFact(dialects: readonly Negotiated[], smb1: Smb1Look | undefined): Facts['smb.negotiate'] {
  const best = dialects[0]!;
  return {
    dialects: dialects.map(({ dialect }) => dialectNames.get(dialect)!).reverse(),
    signing: best.signing,
    smb1: smb1 !== undefined,
    encryption: best.encryption,
    smb1Security: smb1 ? securityOf(smb1) : null,
  };
}

/** The same for a server that knows nothing newer than SMB1. */
export function smb1NegotiateFact(smb1: Smb1Look): Facts['smb.negotiate'] {
  return { dialects: [], signing: smb1.signing, smb1: true, encryption: false, smb1Security: securityOf(smb1) };
}

const securityOf = ({ userLevel, challengeResponse, signing }: Smb1Look) => ({ userLevel, challengeResponse, signing });

/** Who the server says it is. SMB1 tells texts that later versions keep to themselves. */
export function namesFact(challenge: NtlmChallenge | undefined, clock: Clock, smb1: Smb1Look | undefined): Facts['smb.names'] {
  return {
    netbiosComputer: clip(challenge?.netbiosComputer ?? smb1?.server ?? ''),
    netbiosDomain: clip(challenge?.netbiosDomain ?? smb1?.workgroup ?? ''),
    dnsComputer: clip(challenge?.dnsComputer ?? ''),
    dnsDomain: clip(challenge?.dnsDomain ?? ''),
    workgroup: clip(smb1?.workgroup ?? ''),
    os: clip(smb1?.os ?? ''),
    lanManager: clip(smb1?.lanManager ?? ''),
    systemTime: clock.systemTime,
    startTime: clock.startTime ?? '',
  };
}

interface Clock {
  readonly systemTime: string;
  readonly startTime?: string;
}
