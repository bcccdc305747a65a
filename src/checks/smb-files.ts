import type { Exhibit, Facts, Verdict } from '../model.js';
import { failWith, passWith, saw, unknown } from './check.js';

type Config = Facts['smb.config'];
type Share = Config['shares'][number];

/** The permissions of the files may still refuse what the share allows. */
const BY_SHARE_ALONE = 85;

/** What smb.conf says about guests: a null session is one, whatever `map to guest` says (tried on Samba 4.17). */
export function judgeGuests({ shares, unread }: Config, wants: (share: Share) => boolean | null, what: string): Verdict {
  const inQuestion = shares.filter(({ printer, guestShutOut }) => !printer && !guestShutOut);
  const open = inQuestion.filter((share) => share.guest.value === true && wants(share) === true);
  if (open.length > 0) {
    const names = open.map(({ name }) => name).join(', ');
    return failWith({ confidence: BY_SHARE_ALONE }, `${names} can be ${what} without a password`, ...open.map(showShare));
  }
  const garbled = inQuestion.find(({ guest, writable }) => guest.unresolved !== undefined || writable.unresolved !== undefined);
  if (garbled) return unknown(`in [${garbled.name}] a word is no boolean: smbd would not start`, showShare(garbled));
  if (unread.length > 0) return unknown(`a part of smb.conf could not be read: ${unread[0]}`);
  return passWith({ confidence: BY_SHARE_ALONE }, 'no share takes guests', ...inQuestion.map(showShare));
}

function showShare({ name, guest, writable, place }: Share): Exhibit {
  const words = `[${name}]: guest ok = ${guest.value ? 'yes' : 'no'}, read only = ${writable.value ? 'no' : 'yes'}`;
  return saw('smb.config', words, guest.place ?? place);
}
