import type { Facts } from '../../../model.js';
import type { ListedShare } from '../../wire/smb/share-list.js';
import { clip } from './clip.js';
import { USUAL_NAMES, type Visitor } from './visitor.js';

type Share = Facts['smb.shares'][number];
export type InsideFacts = Pick<Facts, 'smb.sessions' | 'smb.listing' | 'smb.shares'>;

/** Lets a null session and then a guest walk through the shares, listed or guessed. */
export async function lookAround(nobody: Visitor, enterGuest: () => Promise<Visitor>): Promise<InsideFacts> {
  const listedToNobody = await nobody.walk();
  const guest = await enterGuest();
  const listed = unite(listedToNobody, await guest.walk());
  const lookInto = listed.filter(({ type }) => type !== 'ipc').map(({ name }) => name);
  await nobody.tryOut(lookInto);
  await guest.tryOut(lookInto);
  return {
    'smb.sessions': { nullSession: nobody.login, guest: guest.login },
    'smb.listing': { nullSession: nobody.listing, guest: guest.listing },
    'smb.shares': [
      ...listed.map(({ name, comment, type, hidden }) => ({
        ...{ name: clip(name), comment: clip(comment), type, hidden, listed: true },
        ...{ nullSession: nobody.access(name), guest: guest.access(name) },
      })),
      ...guessed(nobody, guest, new Set(listed.map(({ name }) => name.toLowerCase()))),
    ],
  };
}

/** Shares that are on no list and still answer. */
function guessed(nobody: Visitor, guest: Visitor, listed: ReadonlySet<string>): readonly Share[] {
  return USUAL_NAMES.filter((name) => !listed.has(name)).flatMap((name) => {
    const met = [nobody.guessed(name), guest.guessed(name)].flatMap((one) => one ?? []);
    if (met.length === 0) return [];
    const type = met.find((one) => one.type !== 'unknown')?.type ?? 'unknown';
    return { name, comment: '', type, hidden: true, listed: false, nullSession: nobody.access(name), guest: guest.access(name) };
  });
}

function unite(some: readonly ListedShare[], others: readonly ListedShare[]): readonly ListedShare[] {
  const taken = new Set(some.map(({ name }) => name.toLowerCase()));
  return [...some, ...others.filter(({ name }) => !taken.has(name.toLowerCase()))];
}
