import { defineCheck, fail, passWith, saw, unknown } from '../check.js';

export default defineCheck({
  id: 'smb/encryption-not-required',
  title: 'Nothing is served without encryption',
  severity: 'info',
  subject: 'smb',
  requires: ['smb.negotiate', 'smb.sessions'],
  rationale:
    'Without encryption everybody on the way can read the files as they pass. On a home network that may be fine; it is worth knowing.',
  remediation: {
    default:
      'In smb.conf set `server smb encrypt = required` and `server min protocol = SMB3` under `[global]`; that shuts guests out, too.',
    'home-assistant': 'In the Samba share add-on (app) options set `encryption: required`.',
  },
  references: [
    'https://www.samba.org/samba/docs/current/man-html/smb.conf.5.html',
    'https://github.com/home-assistant/addons/blob/master/samba/DOCS.md',
  ],
  mapping: { cwe: [319] },

  evaluate({ 'smb.negotiate': { encryption, dialects }, 'smb.sessions': { nullSession, guest } }) {
    const exhibit = saw('smb.sessions', `unencrypted null session: ${nullSession.status}, guest: ${guest.status}`);
    if (!encryption) return fail('it offers no encryption', saw('smb.negotiate', `dialects ${dialects.join(', ') || 'SMB1'}, no cipher`));
    const talks = [nullSession, guest].some(({ outcome }) => outcome === 'accepted' || outcome === 'guest');
    if (talks) return fail('it opens sessions without encryption', exhibit);
    // Samba that requires encryption denies the login as such; one that knows no such user says so.
    const denied = [nullSession, guest].every(({ status }) => status === 'STATUS_ACCESS_DENIED');
    return denied
      ? passWith({ confidence: 70 }, 'it denied every session without encryption', exhibit)
      : unknown('no session without a password was opened', exhibit);
  },
});
