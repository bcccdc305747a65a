import type { Facts } from '../../model.js';
import { defineCheck, fail, failWith, passWith, saw, unknown } from '../check.js';
import { judgeGuests } from '../smb-files.js';
import { closedBecause, doubtAbout, namesOf, sawShare, sharesOpenTo } from '../smb-access.js';

export default defineCheck({
  id: 'smb/guest-read',
  title: 'No share opens for reading without a password',
  severity: 'high',
  subject: 'smb',
  requires: ['smb.shares', 'smb.sessions', 'smb.listing'],
  files: {
    requires: ['smb.config'],
    evaluate: ({ 'smb.config': config }) => judgeGuests(config, () => true, 'read'),
  },
  considers: ['smb.second-opinion'],
  rationale:
    'Whoever is on the network can copy these files. Configuration and backups hold passwords, tokens and keys of everything they talk to.',
  remediation: {
    default:
      'In smb.conf set `guest ok = no` in each share named, and `map to guest = Never` under `[global]`; give each user a password with `smbpasswd -a`.',
    'home-assistant':
      'The Samba share add-on (app) has known no guests since version 7: update it and set `username` and `password` in its options. In older versions set `"guest": false` too. If the share is not the add-on\'s, set `guest ok = no` and `map to guest = Never` in that smb.conf.',
  },
  references: [
    'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
    'https://www.home-assistant.io/blog/2018/05/30/home-assistant-security/',
    'https://github.com/home-assistant/addons/blob/master/samba/DOCS.md',
  ],
  mapping: { cwe: [306], checklist: ['ha-2018/samba-credentials'] },

  evaluate(facts, _context, { 'smb.second-opinion': second }) {
    const readable = sharesOpenTo('read', facts['smb.shares']);
    const witness = second?.ok ? [saw('smb.second-opinion', secondOpinion(second.value))] : [];
    if (readable.length > 0) {
      return fail(`${namesOf(readable)} can be read without a password`, ...readable.map((share) => sawShare(share, 'read')), ...witness);
    }
    const listable = sharesOpenTo('list', facts['smb.shares']);
    if (listable.length > 0) {
      const because = `${namesOf(listable)} show the names of their files without a password, though none of the files tried could be opened`;
      return failWith({ severity: 'medium' }, because, ...listable.map((share) => sawShare(share, 'list')), ...witness);
    }
    const doubt = doubtAbout('list', facts) || doubtAbout('read', facts);
    if (doubt) return unknown(doubt);
    const { because, exhibit, confidence } = closedBecause(facts);
    return passWith({ confidence }, because, exhibit);
  },
});

const secondOpinion = ({ client, share, entries }: Facts['smb.second-opinion']): string =>
  `a second client (the library ${client}) sees ${entries} ${entries === 1 ? 'entry' : 'entries'} at the top of ${share}`;
