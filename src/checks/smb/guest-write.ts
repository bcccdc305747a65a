import { defineCheck, fail, passWith, unknown } from '../check.js';
import { judgeGuests } from '../smb-files.js';
import { closedBecause, doubtAbout, namesOf, sawShare, sharesOpenTo } from '../smb-access.js';

export default defineCheck({
  id: 'smb/guest-write',
  title: 'No share opens for writing without a password',
  severity: 'critical',
  subject: 'smb',
  requires: ['smb.shares', 'smb.sessions', 'smb.listing'],
  files: {
    requires: ['smb.config'],
    evaluate: ({ 'smb.config': config }) => judgeGuests(config, ({ writable }) => writable.value, 'written to'),
  },
  rationale:
    'Whoever is on the network can change these files. In a configuration share that means running commands on the host: a changed automation or script is enough.',
  remediation: {
    default:
      'In smb.conf set `guest ok = no` in each share named, and `map to guest = Never` under `[global]`; give each user a password with `smbpasswd -a`. `read only = yes` on a share ends the writing alone.',
    'home-assistant':
      'The Samba share add-on (app) has known no guests since version 7: update it and set `username` and `password` in its options. In older versions set `"guest": false` too. If the share is not the add-on\'s, set `guest ok = no` and `map to guest = Never` in that smb.conf.',
  },
  references: [
    'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
    'https://www.home-assistant.io/blog/2018/05/30/home-assistant-security/',
    'https://github.com/home-assistant/addons/blob/master/samba/DOCS.md',
  ],
  mapping: { cwe: [306, 732], checklist: ['ha-2018/samba-credentials'] },

  evaluate(facts) {
    const open = sharesOpenTo('write', facts['smb.shares']);
    if (open.length > 0)
      return fail(`${namesOf(open)} can be written to without a password`, ...open.map((share) => sawShare(share, 'write')));
    const doubt = doubtAbout('write', facts);
    if (doubt) return unknown(doubt);
    const { because, exhibit, confidence } = closedBecause(facts);
    return passWith({ confidence }, because, exhibit);
  },
});
