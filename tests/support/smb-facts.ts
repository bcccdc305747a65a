import type { Facts } from '../../src/model.js';

type Share = Facts['smb.shares'][number];
export type Access = Share['guest'];

const ACCEPTED = { outcome: 'accepted', status: 'STATUS_OK' } as const;
const GUEST = { outcome: 'guest', status: 'STATUS_OK' } as const;
export const REFUSED = { outcome: 'refused', status: 'STATUS_LOGON_FAILURE' } as const;
export const UNCLEAR = { outcome: 'unclear', status: 'no answer within 3000 ms' } as const;
export const LISTED = { outcome: 'listed', status: 'STATUS_OK' } as const;

/** `yyyn`: connect, list, read, write; a question mark for what was not looked at. */
export function may(letters: string): Access {
  const [connect = null, list = null, read = null, write = null] = [...letters].map((letter) => (letter === '?' ? null : letter === 'y'));
  return { connect, list, read, write, writeFoundBy: 'granted-access' };
}

export const share = (name: string, nullSession: string, guest: string, rest: Partial<Share> = {}): Share => ({
  ...{ name, type: 'disk', comment: '', hidden: false, listed: true, nullSession: may(nullSession), guest: may(guest) },
  ...rest,
});

/** The facts that the share checks ask for: by default, a server that lists its shares to everybody and takes guests. */
export const shares = (
  list: readonly Share[],
  sessions: Partial<Facts['smb.sessions']> = {},
  listing: Partial<Facts['smb.listing']> = {},
) => ({
  'smb.shares': [...list],
  'smb.sessions': { nullSession: ACCEPTED, guest: GUEST, ...sessions },
  'smb.listing': { nullSession: LISTED, guest: LISTED, ...listing },
});

export const negotiate = (rest: Partial<Facts['smb.negotiate']> = {}) => ({
  'smb.negotiate': {
    dialects: ['2.0.2', '2.1', '3.0', '3.0.2', '3.1.1'],
    signing: { enabled: true, required: false },
    smb1: false,
    encryption: true,
    smb1Security: null,
    ...rest,
  },
});
