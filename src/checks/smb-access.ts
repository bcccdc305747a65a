import type { Exhibit, Facts } from '../model.js';
import { saw } from './check.js';

type Share = Facts['smb.shares'][number];
type Visitor = 'nullSession' | 'guest';
export type Right = 'list' | 'read' | 'write';
export type SmbAccess = Pick<Facts, 'smb.shares' | 'smb.sessions' | 'smb.listing'>;

const VISITORS: Readonly<Record<Visitor, string>> = { nullSession: 'null session', guest: 'guest' };
const visitors = Object.keys(VISITORS) as readonly Visitor[];
const WORDS: Readonly<Record<Right, string>> = { list: 'may list the files', read: 'may read', write: 'may add or change files' };

/** Shares on which somebody without a password has this right. */
export const sharesOpenTo = (right: Right, shares: readonly Share[]): readonly Share[] =>
  shares.filter((share) => visitors.some((visitor) => share[visitor][right] === true));

/** One share as evidence: who may do it, and how that was found out. */
export function sawShare(share: Share, right: Right): Exhibit {
  const who = visitors.filter((visitor) => share[visitor][right] === true);
  const created = who.some((visitor) => share[visitor].writeFoundBy === 'file-created');
  const how = right !== 'write' ? '' : created ? ' (a file was created and deleted)' : ' (access granted, nothing was written)';
  return saw('smb.shares', `${share.name}: ${who.map((visitor) => VISITORS[visitor]).join(' and ')} ${WORDS[right]}${how}`);
}

export const namesOf = (shares: readonly Share[]): string => shares.map(({ name }) => `\`${name}\``).join(', ');

/** What keeps us from saying that nobody has this right; empty where everything was looked at. */
export function doubtAbout(right: Right, { 'smb.shares': shares, 'smb.sessions': sessions, 'smb.listing': listing }: SmbAccess): string {
  for (const visitor of visitors) {
    if (sessions[visitor].outcome === 'unclear') return `the ${VISITORS[visitor]} ended without an answer (${sessions[visitor].status})`;
  }
  const unseen = shares.filter((share) => mayHoldFiles(share) && visitors.some((visitor) => share[visitor][right] === null));
  if (unseen.length > 0) return `not every look at ${namesOf(unseen)} got an answer`;
  const noList = visitors.every((visitor) => listing[visitor].outcome !== 'listed');
  const unclear = visitors.find((visitor) => listing[visitor].outcome === 'unclear');
  return noList && unclear ? `the list of shares could not be read (${listing[unclear].status})` : '';
}

/** Why nobody gets in, and how sure that is: shares that are on no list have only been guessed at. */
export function closedBecause({ 'smb.shares': shares, 'smb.sessions': sessions, 'smb.listing': listing }: SmbAccess) {
  const exhibit = saw('smb.sessions', visitors.map((visitor) => `${VISITORS[visitor]}: ${sessions[visitor].status}`).join(', '));
  if (visitors.every((visitor) => sessions[visitor].outcome === 'refused')) {
    return { because: 'it lets nobody in without a password', exhibit, confidence: 100 };
  }
  const listed = visitors.some((visitor) => listing[visitor].outcome === 'listed');
  const count = shares.filter(mayHoldFiles).length;
  if (listed) return { because: `none of its ${count} shares does`, exhibit, confidence: 100 };
  return { because: 'it keeps its list of shares to itself, and none that was tried by name does', exhibit, confidence: 90 };
}

/** Printers and pipes hold no files; a share that let nobody in may be anything. */
const mayHoldFiles = ({ type }: Share): boolean => type === 'disk' || type === 'unknown' || type === 'other';
